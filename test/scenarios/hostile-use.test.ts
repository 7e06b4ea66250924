import { createWriteStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leeto } from '../support/leeto.ts';
import { type RunningLeeto, runLeeto } from '../support/running-leeto.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const home = temporaryFolder();
const header = 'Post,Direction,Date of crossing,Passport No,Surname,Given names,Nationality,Sex,Date of birth';
const large = join(home, 'large.csv');
const imported = async (...parameters: readonly string[]) =>
  JSON.parse((await leeto(home, 'import', ...parameters, '--json')).out)[0];

beforeAll(async () => {
  expect((await leeto(home, 'init', '--json')).code).toBe(0);
  const stream = createWriteStream(large);
  stream.write(`${header}\n`);
  for (let row = 0; row < 200_000; row += 1) {
    const day = `2025-0${(row % 9) + 1}-${String((row % 27) + 1).padStart(2, '0')}`;
    stream.write(
      `Maseru Bridge,${row % 2 === 0 ? 'In' : 'Out'},${day},RA${row},Invented,Person,Lesotho,F,1990-01-01\n`,
    );
  }
  await new Promise<void>((resolve) => stream.end(resolve));
}, 60_000);

describe('what can go wrong between a user and a file', () => {
  test('a command that fails says so in JSON, and nothing else is on stdout', async () => {
    for (const parameters of [['deliveries', '--instance', large], ['withdraw', 'abc', '--reason', 'x'], ['imprt']]) {
      const failed = await leeto(home, ...parameters, '--json');
      expect(failed.code).toBe(2);
      expect(JSON.parse(failed.out).error).not.toBe('');
    }
  }, 30_000);

  test('an instance cannot be made inside a file, and the message says where', async () => {
    const failed = await leeto(home, 'init', '--instance', join(large, 'inside'));
    expect(failed.code).toBe(2);
    expect(failed.err).toContain(`${large} is a file`);
  });

  test('each file that is no table is refused with a reason of its own, and the good one goes in', async () => {
    const files: readonly (readonly [string, string | Buffer, RegExp])[] = [
      ['empty.csv', '', /empty/],
      ['header.csv', `${header}\n`, /no rows/],
      ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /picture/],
      ['memo.pdf', '%PDF-1.4\n1 0 obj\n', /PDF/],
      ['shopping.csv', 'item,price\nbread,12\nmilk,20\n', /headers/],
      ['cut.xlsx', Buffer.from('PK\u0003\u0004cut'), /damaged/],
    ];
    for (const [name, content] of files) await writeFile(join(home, name), content);
    const good = join(home, 'good.csv');
    await writeFile(good, `${header}\nMaseru Bridge,In,03-Mar-25,RB1,Invented,Person,Lesotho,F,1990-01-01\n`);
    const run = await leeto(
      home,
      'import',
      'border_movement',
      ...files.map(([name]) => join(home, name)),
      good,
      '--json',
    );
    expect(run.code).toBe(1);
    const outcomes: { file: string; because: string; remedy: string; deliveries: { counts: { taken: number } }[] }[] =
      JSON.parse(run.out);
    for (const [name, , reason] of files) {
      const outcome = outcomes.find(({ file }) => file === name);
      expect(outcome?.because).toMatch(reason);
      expect(outcome?.remedy).not.toBe('');
    }
    expect(outcomes.at(-1)?.deliveries[0]?.counts.taken).toBe(1);
  }, 30_000);

  test('a file that fits several registers alike goes into none until a person says which', async () => {
    const file = join(home, 'list.csv');
    await writeFile(
      file,
      'Name,Surname,Sex,Nationality,Date of birth,Date\nInvented,Person,F,France,1990-01-01,2025-03-03\n',
    );
    const outcome = await imported('auto', file);
    expect(outcome.status).toBe('not_recognised');
    expect(outcome.because).toMatch(/could be .* or /);
  }, 20_000);

  test('a required field without a column is told as that, with the columns that were not used', async () => {
    const file = join(home, 'other-words.csv');
    await writeFile(
      file,
      `${header.replace('Direction', 'Tsela')}\nMaseru Bridge,Ho kena,2025-03-03,RC1,Invented,Person,Lesotho,F,1990-01-01\n`,
    );
    const run = await leeto(home, 'import', 'border_movement', file);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/No column was found for: .*Direction.*“Tsela”/);
  }, 20_000);

  test('corrected rows go in as rows of the file that they came from', async () => {
    const file = join(home, 'april.csv');
    const rows = ['Atlantis,In,2025-04-01', 'Maseru Bridge,In,2025-04-02', 'Maseru Bridge,Out,2025-04-31'];
    await writeFile(
      file,
      [header, ...rows.map((row, index) => `${row},RD${index},Invented,Person,Lesotho,F,1990-01-01`)].join('\n'),
    );
    const first = await imported('border_movement', file);
    const [{ counts, issuesFile }] = first.deliveries;
    expect(counts).toMatchObject({ taken: 1, refused: 2 });
    await replaceInRows(issuesFile, { Atlantis: 'Caledonspoort', '2025-04-31': '2025-04-30' });
    expect((await imported('border_movement', issuesFile)).deliveries[0].counts).toMatchObject({
      taken: 2,
      refused: 0,
    });
    expect((await imported('border_movement', issuesFile)).status).toBe('unchanged');
    const explained = await leeto(home, 'explain', 'crossings_by_month', '--cell', 'month=2025-04', '--json');
    const positions: { file: string; row: number }[] = JSON.parse(explained.out).source.positions;
    expect(positions.map(({ file, row }) => `${file} ${row}`).sort()).toEqual([
      'april.csv 2',
      'april.csv 3',
      'april.csv 4',
    ]);
  }, 60_000);

  test('an import that is stopped or killed leaves nothing, and the next command names its file', async () => {
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const run = runLeeto(home, 'import', 'border_movement', large);
      await run.said(/Opening the database/);
      await sleep(800);
      run.process.kill(signal);
      expect(await run.ended).toBe(signal === 'SIGINT' ? 2 : null);
      const next = await leeto(home, 'deliveries', '--json');
      expect(next.err).toMatch(/large\.csv .*cut short: nothing of it was taken/);
      const taken = JSON.parse(next.out).filter(
        (each: { fileName: string; status: string }) => each.status === 'taken',
      );
      expect(taken.map(({ fileName }: { fileName: string }) => fileName)).not.toContain('large.csv');
    }
    expect((await imported('border_movement', large)).deliveries[0].counts.taken).toBe(200_000);
    expect((await leeto(home, 'doctor')).out).toMatch(/✓ Deliveries/);
  }, 120_000);

  test('leaves no half-written file beside a result', async () => {
    expect((await readdir(home)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });
});

describe('the first start', () => {
  let run: RunningLeeto;
  afterAll(() => run?.process.kill('SIGKILL'));

  test('serves its progress at once, the Profile when it is done, and ends in order', async () => {
    run = runLeeto(join(home, 'start'), 'start', '--persons', '200', '--port', '0');
    const address = (await run.said(/Leeto is at (http:\S+?)\/ /))[1] ?? '';
    const before = await fetch(address);
    expect(await before.text()).toContain('http-equiv="refresh"');
    expect((await fetch(`${address}/ready`)).status).toBe(503);
    await run.said(/Ctrl-C stops/);
    const after = await (await fetch(address)).text();
    expect(after).not.toContain('http-equiv="refresh"');
    expect(after).toContain('Demonstration');
    expect((await fetch(`${address}/profile`)).status).toBe(200);
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
  }, 180_000);
});

/** Corrects cells of the sheet "Rows" as a person would in a spreadsheet program. */
async function replaceInRows(path: string, corrections: Readonly<Record<string, string>>): Promise<void> {
  const intake = createRequire(join(import.meta.dirname, '..', '..', 'packages', 'intake', 'package.json'));
  const { read, write } = intake('@e965/xlsx') as typeof import('@e965/xlsx');
  const book = read(await readFile(path), { cellStyles: true });
  for (const cell of Object.values(book.Sheets.Rows ?? {})) {
    const correction = corrections[String(cell.v)];
    if (correction !== undefined) Object.assign(cell, { v: correction, w: correction });
  }
  await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
}
