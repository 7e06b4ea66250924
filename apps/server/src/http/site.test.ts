import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSite } from './site.ts';
import type { SiteState } from './site-state.ts';

let folder = '';
let state: SiteState;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leeto-site-'));
  const path = join(folder, 'migration-profile.pdf');
  await writeFile(path, '%PDF-1.7 0123456789');
  await writeFile(join(folder, 'secret.txt'), 'not to be served');
  const measures = [{ id: 'm', title: 'A <b> measure', rows: 2, suppressed: 1, status: 'final', missing: '' }];
  state = {
    instance: { id: 'x', kind: 'operational', database: 'PostgreSQL database leeto' },
    country: 'Lesotho',
    edition: {
      title: 'A Profile',
      compiledOn: '2026-01-31',
      snapshot: 'abc',
      files: [{ kind: 'pdf', path, bytes: 19 }],
      measures,
    },
    deliveries: [],
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the pages over an instance', () => {
  test('escape what they show, load nothing, and may stand in no frame', async () => {
    const { body, headers } = await makeSite(async () => state).inject('/');
    expect(body).toContain('A &#60;b&#62; measure');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('send a file whole, in part, or its headers alone', async () => {
    const site = makeSite(async () => state);
    const whole = await site.inject('/profile.pdf');
    expect(whole.payload).toBe('%PDF-1.7 0123456789');
    const part = await site.inject({ url: '/profile.pdf', headers: { range: 'bytes=9-12' } });
    expect([part.statusCode, part.payload, part.headers['content-range']]).toEqual([206, '0123', 'bytes 9-12/19']);
    const end = await site.inject({ url: '/profile.pdf', headers: { range: 'bytes=-3' } });
    expect(end.payload).toBe('789');
    const beyond = await site.inject({ url: '/profile.pdf', headers: { range: 'bytes=400-' } });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */19']);
    const head = await site.inject({ method: 'HEAD', url: '/profile.pdf' });
    expect([head.statusCode, head.payload, head.headers['content-length']]).toEqual([200, '', '19']);
  });

  test('serve nothing that is not named, however it is written', async () => {
    const site = makeSite(async () => state);
    for (const url of [
      '/secret.txt',
      '/profile/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '//secret.txt',
    ]) {
      expect((await site.inject(url)).statusCode).toBe(404);
    }
    expect((await site.inject('/profile.docx')).statusCode).toBe(404);
  });

  test('answer to this machine alone, whatever name another site gives it', async () => {
    const site = makeSite(async () => state);
    expect((await site.inject({ url: '/', headers: { host: 'elsewhere.example' } })).statusCode).toBe(421);
    expect((await site.inject({ url: '/', headers: { host: '127.0.0.1:4700' } })).statusCode).toBe(200);
  });

  test('tell a reader nothing of an error but what to do', async () => {
    const site = makeSite(async () => {
      throw new Error('Mokoena, Thabo');
    });
    const answer = await site.inject('/');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Mokoena');
    expect(answer.body).toContain('leeto doctor');
  });

  test('follow the main job until it is done', async () => {
    const steps = [
      { event: { step: 'Starting the database' }, startedAt: 0, endedAt: 1_500 },
      { event: { step: 'Importing a.csv', done: 40, total: 80, unit: 'rows' }, startedAt: 1_500, endedAt: null },
    ];
    const site = makeSite(async () => ({ title: 'Migration data', mark: 'Demonstration', steps }));
    const { body } = await site.inject('/');
    expect(body).toContain('http-equiv="refresh"');
    expect(body).toContain('40 of about 80 rows');
    expect(body).toContain('<progress max="80" value="40"');
    expect((await site.inject('/ready')).statusCode).toBe(503);
    expect((await site.inject('/profile')).statusCode).toBe(503);
    expect((await site.inject('/health')).statusCode).toBe(200);
  });
});
