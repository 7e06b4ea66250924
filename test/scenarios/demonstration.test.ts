import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Demonstration,
  defaultCountry,
  getCountryContext,
  importFolder,
  instancePaths,
  makeSite,
  noProgress,
  prepareDemonstration,
  readSiteState,
} from '@leeto/server';
import { createInstance, listDeliveries } from '@leeto/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = join(temporaryFolder(), 'demonstration');
const settings = { persons: 800, seed: 7 };
const prepare = () =>
  prepareDemonstration({ folder, databaseUrl: undefined, settings, compiledOn: '2026-01-31', onProgress: noProgress });

describe('the demonstration, from invented files to the Profile', () => {
  let made: Demonstration;
  beforeAll(async () => {
    made = await prepare();
  }, 300_000);
  afterAll(() => made?.instance.close());

  test('takes a file of every agency, and nearly all of its rows', () => {
    const files = made.imported?.files ?? [];
    expect(files.filter(({ status }) => status === 'refused' || status === 'not_recognised')).toEqual([]);
    const registers = new Set(files.flatMap(({ deliveries }) => deliveries.map(({ register }) => register)));
    expect([...registers].sort()).toEqual([
      'asylum_case',
      'border_movement',
      'refused_entry',
      'removal',
      'residence_permit',
      'return_case',
      'visa',
      'work_permit',
    ]);
    const counts = files.flatMap(({ deliveries }) => deliveries.map(({ counts }) => counts));
    const read = counts.reduce((sum, count) => sum + count.read, 0);
    const refused = counts.reduce((sum, count) => sum + count.refused, 0);
    expect(read).toBeGreaterThan(5_000);
    expect(refused / read).toBeLessThan(0.03);
    for (const count of counts) {
      expect(count.taken + count.unchanged + count.duplicates + count.refused + count.leftOut).toBe(count.read);
    }
  });

  test('names the issues of a row in a file that opens in a spreadsheet', () => {
    const withIssues =
      made.imported?.files.flatMap(({ deliveries }) => deliveries).filter(({ counts }) => counts.refused > 0) ?? [];
    expect(withIssues.length).toBeGreaterThan(0);
    for (const { issuesFile } of withIssues) expect(issuesFile !== null && existsSync(issuesFile)).toBe(true);
  });

  test('writes the Profile in four forms', () => {
    expect(made.edition.files.map(({ kind }) => kind)).toEqual(['html', 'pdf', 'docx', 'xlsx']);
    for (const { bytes } of made.edition.files) expect(bytes).toBeGreaterThan(10_000);
  });

  test('marks every delivery of the invented country as synthetic, and no published figure', async () => {
    const deliveries = await listDeliveries(made.instance);
    for (const { fileName, provenance } of deliveries) {
      expect(`${fileName} ${provenance.isSynthetic}`).toBe(`${fileName} ${fileName.startsWith('synthetic')}`);
    }
  });

  test('changes nothing when the same folder is imported again', async () => {
    const context = getCountryContext(defaultCountry);
    const paths = instancePaths(folder);
    const again = await importFolder({
      instance: made.instance,
      context,
      folder: paths.agencyFiles,
      issuesFolder: paths.issues,
      receivedBy: 'test',
      onProgress: noProgress,
    });
    const statuses = new Set(again.files.flatMap(({ deliveries }) => deliveries.map(({ status }) => status)));
    expect([...statuses]).toEqual(['already_imported']);
  }, 120_000);

  test('serves the Profile and the status page, and no more', async () => {
    const site = makeSite(() => readSiteState(made.instance));
    const status = await site.inject('/');
    expect(status.statusCode).toBe(200);
    expect(status.body).toContain('Demonstration');
    expect((await site.inject('/profile')).headers['content-type']).toContain('text/html');
    expect((await site.inject('/profile.pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await site.inject('/ready')).statusCode).toBe(200);
    expect((await site.inject('/agency-files')).statusCode).toBe(404);
    expect((await site.inject('/../instance.json')).statusCode).toBe(404);
    await site.close();
  });

  test('shows the Profile in a browser without a link, without a fault, and accessibly', async () => {
    const html = made.edition.files.find(({ kind }) => kind === 'html')?.path ?? '';
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const browser = await launchBrowser();
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ offline: true, colorScheme, bypassCSP: true });
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('request', (request) => {
          if (!/^(file|data|blob):/.test(request.url())) faults.push(`asks the network for ${request.url()}`);
        });
        await page.goto(pathToFileURL(html).href);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
          return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
        });
        expect({ colorScheme, faults, violations }).toEqual({ colorScheme, faults: [], violations: [] });
        await context.close();
      }
    } finally {
      await browser.close();
    }
  }, 180_000);

  test('stands as it was at the second start', async () => {
    await made.instance.close();
    const again = await prepare();
    expect(again.imported).toBeNull();
    expect(again.edition.snapshot).toBe(made.edition.snapshot);
    made = again;
  });

  test('cannot be taken for an instance of real work', async () => {
    await expect(createInstance({ folder, kind: 'operational', countryCode: defaultCountry })).rejects.toThrow(
      /demonstration/,
    );
  });
});
