import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { leeto } from '../support/leeto.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const home = temporaryFolder();
const measure = 'crossings_by_purpose';

/** Invented crossings at one bridge: how many people came for what, in a month. */
function crossings(month: string, counts: Readonly<Record<string, number>>): string {
  const header =
    'Post;Direction;Date of crossing;Time;Passport No;Issuing country;Surname;Given names;Nationality;Sex;Date of birth;Purpose';
  let number = 0;
  const rows = Object.entries(counts).flatMap(([purpose, count]) =>
    Array.from({ length: count }, () => {
      number += 1;
      const id = `RA${month}${String(number).padStart(4, '0')}`;
      return `Maseru Bridge;In;${String(1 + (number % 27)).padStart(2, '0')}/${month}/2025;08:15;${id};Lesotho;Surname;Given;Lesotho;M;14/05/1988;${purpose}`;
    }),
  );
  return [header, ...rows].join('\r\n');
}

const bringIn = async (month: string, counts: Readonly<Record<string, number>>) => {
  const file = join(home, `border-2025-${month}.csv`);
  await writeFile(file, crossings(month, counts));
  expect((await leeto(home, 'import', 'border_movement', file)).code).toBe(0);
};

const create = (...more: readonly string[]) =>
  leeto(home, 'release', 'create', measure, '--as', 'Anna Maker', '--as-of', '2025-12-31', '--json', ...more);

const sign = (release: string, name: string, ...more: readonly string[]) =>
  leeto(home, 'release', 'sign-off', release, '--as', name, ...more);

const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

beforeAll(async () => {
  await leeto(home, 'init');
  await bringIn('01', { Shopping: 40, Holiday: 30, Study: 12 });
});

describe('a release, from the command line', () => {
  test('is frozen, looked at, signed by two people, published under embargo, and exported', async () => {
    const none = await leeto(home, 'export', 'csv', '--out', join(home, 'none'));
    expect([none.code, none.err.includes('No release is published')]).toEqual([2, true]);

    const made = await create('--title', 'Crossings of January');
    expect(made.code).toBe(0);
    const { id, state, contentHash, next } = JSON.parse(made.out);
    expect([id, state]).toEqual(['R-0001', 'frozen']);
    expect(next).toContain('sign-off R-0001');

    const looked = await leeto(home, 'export', 'csv', '--release', 'R-0001', '--out', join(home, 'look'));
    expect([looked.code, looked.err.includes('not published')]).toEqual([0, true]);
    expect(await filesOf(join(home, 'look'))).toEqual(['README.txt', 'SHA256SUMS', `data/${measure}.csv`]);

    const own = await sign('R-0001', 'anna  maker');
    expect([own.code, own.err.includes('does not sign it')]).toEqual([2, true]);
    expect((await sign('R-0001', 'Ben Signer', '--hash', contentHash)).out).toContain('a second person signs');
    expect((await sign('1', 'Cleo Signer')).out).toContain('release publish R-0001');

    const published = await leeto(home, 'release', 'publish', 'R-0001', '--as', 'Anna Maker', '--json');
    expect(JSON.parse(published.out)).toMatchObject({ state: 'published', contentHash });
    const folder = join(home, 'all');
    const written = await leeto(home, 'export', 'all', '--out', folder, '--json');
    expect([written.code, JSON.parse(written.out).notice]).toEqual([0, '']);
    const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      (await filesOf(folder)).filter((name) => name !== 'SHA256SUMS'),
    );
    for (const line of sums) {
      const content = await readFile(join(folder, line.slice(66)));
      expect(createHash('sha256').update(content).digest('hex')).toBe(line.slice(0, 64));
    }
    const again = await leeto(home, 'export', 'all', '--out', folder);
    expect([again.code, await readFile(join(folder, 'SHA256SUMS'), 'utf8')]).toEqual([0, `${sums.join('\n')}\n`]);
    const shown = await leeto(home, 'release', 'show', 'R-0001', '--json');
    expect(JSON.parse(shown.out).events.map(({ step, by }: { step: string; by: string }) => `${step} ${by}`)).toEqual([
      'freeze Anna Maker',
      'sign Ben Signer',
      'sign Cleo Signer',
      'publish Anna Maker',
    ]);
  });

  test('is refused where with the one before it a small count could be worked out, naming the cells', async () => {
    // Two more came to study: 12 before, 14 after.
    await bringIn('02', { Shopping: 20, Study: 2 });
    const refused = await create();
    expect(refused.code).toBe(1);
    const { error, remedy, findings } = JSON.parse(refused.out);
    expect(error).toContain(measure);
    expect(remedy).toContain('--leave-out-refused');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ measure, release: 'R-0001' });
    const without = await leeto(
      home,
      'release',
      'create',
      measure,
      'data_completeness',
      '--as',
      'Anna Maker',
      '--leave-out-refused',
      '--json',
    );
    expect(without.code).toBe(1);
    expect(JSON.parse(without.out)).toMatchObject({
      id: 'R-0002',
      tables: [
        { measure, leftOut: 'earlier releases' },
        { measure: 'data_completeness', leftOut: '' },
      ],
    });
  });

  test('is withdrawn with a reason, stays on record, and says so with each export', async () => {
    const reason = 'A bridge was counted twice.';
    const withdrawn = await leeto(home, 'release', 'withdraw', 'R-0001', '--as', 'Dora Other', '--reason', reason);
    expect([withdrawn.code, withdrawn.out.includes('withdrawn')]).toEqual([0, true]);
    expect((await leeto(home, 'release', 'show', 'R-0001')).out).toContain(reason);
    const exported = await leeto(home, 'export', 'csv', '--release', 'R-0001', '--out', join(home, 'old'));
    expect([exported.code, exported.err.includes(reason)]).toEqual([0, true]);
  });

  test('says what is wrong with what was typed', async () => {
    const wrongs: readonly (readonly [readonly string[], string])[] = [
      [['release', 'show', 'seven'], 'R-0001'],
      [['release', 'create', 'crossings_by_moon', '--as', 'A'], 'crossings_by_month'],
      [['release', 'create', '--as', 'A', '--embargo-until', '2026-12-01'], '2026-12-01T09:00:00+02:00'],
      [['export', 'word', '--out', 'x'], 'json-stat'],
    ];
    for (const [words, expected] of wrongs) {
      const outcome = await leeto(home, ...words);
      expect(outcome.code).toBe(2);
      expect(outcome.err).toContain(expected);
    }
  });
});
