import { createHash } from 'node:crypto';
import { createRelease, type Release, takeReleaseStep } from '@leeto/store';
import { openTestInstance, type TestInstance } from '@leeto/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSite } from '../http/site.ts';
import { publishedPages } from './published-pages.ts';

let opened: TestInstance;
beforeAll(async () => {
  opened = await openTestInstance();
});
afterAll(() => opened.dispose());

const table = 'port,persons\r\nLS-MSB,12\r\n';

async function publish(title: string, embargoUntil: string | null = null, upTo: 'signed' | 'published' = 'published') {
  const release = await createRelease(
    opened.instance,
    {
      title,
      snapshot: 's',
      codeVersion: '0',
      policy: { creatorMaySign: false },
      createdBy: 'Anna',
      embargoUntil,
      tables: [],
      makeFiles: () => [
        { path: 'README.txt', mediaType: 'text/plain; charset=utf-8', content: title },
        { path: 'csv/data/crossings.csv', mediaType: 'text/csv', content: table },
        { path: 'sdmx/structure.xml', mediaType: 'application/xml', content: '<script>alert(1)</script>' },
      ],
    },
    () => undefined,
  );
  const take = (step: 'sign' | 'publish', by: string): Promise<Release> =>
    takeReleaseStep(opened.instance, { release: release.id, step, by });
  await take('sign', 'Ben');
  const signed = await take('sign', 'Cleo');
  return upTo === 'published' ? take('publish', 'Anna') : signed;
}

const site = () =>
  makeSite(
    async () => ({ title: 'x', mark: '', steps: [] }),
    async () => ({ pages: publishedPages(opened.instance), mark: 'Demonstration' }),
  );
const address = ({ id }: Release, path = '') => `/releases/R-${String(id).padStart(4, '0')}${path}`;

describe('the pages of releases', () => {
  test('list what is published, escape its title, and link each file with its hash', async () => {
    const release = await publish('Crossings <2025> & more');
    const list = await site().inject('/releases');
    expect([list.statusCode, list.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(list.body).toContain('Crossings &#60;2025&#62; &#38; more');
    expect(list.body).toContain(`href="${address(release)}"`);
    expect(list.body).toContain('Demonstration');
    const page = await site().inject(address(release));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`href="${address(release, '/csv/data/crossings.csv')}"`);
    expect(page.body).toContain(createHash('sha256').update(table).digest('hex'));
    expect(page.body).toContain(release.contentHash);
  });

  test('serve each file byte for byte, to be saved and not shown, and once only to who has it', async () => {
    const release = await publish('Files');
    const file = await site().inject(address(release, '/csv/data/crossings.csv'));
    expect([file.statusCode, file.body]).toEqual([200, table]);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="crossings.csv"',
      'x-content-type-options': 'nosniff',
    });
    const again = await site().inject({
      url: address(release, '/csv/data/crossings.csv'),
      headers: { 'if-none-match': String(file.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('answer of a release that is not published, or under embargo, as of one that does not exist', async () => {
    const hidden = [
      await publish('Signed alone', null, 'signed'),
      await publish('Tomorrow', new Date(Date.now() + 86_400_000).toISOString()),
    ];
    const missing = await site().inject('/releases/R-9999');
    const missingFile = await site().inject('/releases/R-9999/README.txt');
    for (const release of hidden) {
      expect((await site().inject('/releases')).body).not.toContain(release.title);
      const page = await site().inject(address(release));
      expect([page.statusCode, page.body]).toEqual([404, missing.body]);
      const file = await site().inject(address(release, '/README.txt'));
      expect([file.statusCode, file.body]).toEqual([404, missingFile.body]);
    }
  });

  test('serve a release from the end of its embargo on', async () => {
    const end = Date.now() + 1200;
    const release = await publish('Soon', new Date(end).toISOString());
    expect((await site().inject(address(release, '/README.txt'))).statusCode).toBe(404);
    await new Promise((resolve) => setTimeout(resolve, end - Date.now() + 50));
    expect((await site().inject(address(release, '/README.txt'))).body).toBe('Soon');
  });

  test('say of a withdrawn release that it was withdrawn and why, in the place of its files', async () => {
    const release = await publish('Wrong');
    const withdrawal = { release: release.id, step: 'withdraw', by: 'Dora', reason: 'A <port> twice.' } as const;
    await takeReleaseStep(opened.instance, withdrawal);
    for (const path of ['', '/README.txt', '/nothing.txt']) {
      const answer = await site().inject(address(release, path));
      expect(answer.statusCode).toBe(410);
      expect(answer.body).toContain('A &#60;port&#62; twice.');
    }
    expect((await site().inject('/releases')).body).toContain('withdrawn');
  });

  test('serve nothing under other spellings', async () => {
    const release = await publish('Spelt');
    const name = address(release);
    for (const url of [
      `/releases/${release.id}`,
      name.replace('R-', 'r-'),
      `${name}/csv`,
      `${name}/csv/..%2f..%2fREADME.txt`,
      `${name}/%2e%2e/README.txt`,
      `/releases/R-0'%20or%201=1`,
    ])
      expect((await site().inject(url)).statusCode).toBe(404);
  });

  test('are there and empty where there is no instance yet', async () => {
    const answer = await makeSite(async () => ({ title: 'x', mark: '', steps: [] })).inject('/releases');
    expect([answer.statusCode, answer.body.includes('Nothing has been released yet.')]).toEqual([200, true]);
  });
});
