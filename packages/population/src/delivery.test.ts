import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyFile, fileNames, type RecordTruth } from './agency-file.ts';
import { generateCountry } from './country.ts';
import { eachRecord, generateMovements, writeAgencyFiles } from './delivery.ts';
import { examplePack } from './example-pack.ts';
import { errorShare } from './spoil.ts';
import { writeTruth } from './truth.ts';

const options = { pack: examplePack, seed: 5, persons: 2000, from: '2024-01-01', to: '2025-06-30' } as const;
const country = generateCountry(options);
let root = '';
let written: readonly AgencyFile[] = [];
let records: RecordTruth[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'population-'));
  written = await writeAgencyFiles(country, join(root, 'agencies'));
  await writeTruth(country, join(root, 'truth'));
  records = [];
  eachRecord(country, (truth) => records.push(truth));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function hashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).toSorted();
  const pairs = names.map(async (name) => {
    const digest = createHash('sha256').update(await readFile(join(folder, name)));
    return [name, digest.digest('hex')] as const;
  });
  return new Map(await Promise.all(pairs));
}

async function lines(folder: string, name: string): Promise<string[][]> {
  const text = await readFile(join(root, folder, name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

describe('agency files', () => {
  it('are the same bytes for the same seed, and others for another', async () => {
    await writeAgencyFiles(generateCountry(options), join(root, 'again'));
    await writeAgencyFiles(generateCountry({ ...options, seed: 6 }), join(root, 'other'));
    const first = await hashes(join(root, 'agencies'));
    expect(await hashes(join(root, 'again'))).toEqual(first);
    const other = await hashes(join(root, 'other'));
    expect([...first].filter(([name, hash]) => other.get(name) === hash)).toEqual([]);
  });

  it('can be written and their truth be told at once', async () => {
    const told: RecordTruth[] = [];
    await writeAgencyFiles(country, join(root, 'told'), { onRecord: (truth) => told.push(truth) });
    expect(told).toEqual(records);
    expect(await hashes(join(root, 'told'))).toEqual(await hashes(join(root, 'agencies')));
  });

  it('hold records of every register of persons, and say that they are synthetic', async () => {
    const rows = Map.groupBy(written, (file) => file.register);
    const registers = [
      'asylum_case',
      'border_movement',
      'refused_entry',
      'removal',
      'residence_permit',
      'return_case',
      'visa',
      'work_permit',
    ];
    expect([...rows.keys()].toSorted()).toEqual(registers);
    for (const file of written) {
      expect(file.rows, file.file).toBeGreaterThan(0);
      expect(file.file).toContain('synthetic');
    }
    expect(await readFile(join(root, 'agencies', 'SYNTHETIC.txt'), 'utf8')).toContain('SYNTHETIC DATA');
  });

  it('come in the make of each agency: UTF-16, an old workbook, Windows-1252', async () => {
    const read = (name: string): Promise<Buffer> => readFile(join(root, 'agencies', name));
    expect((await read(fileNames.visas)).subarray(0, 2).toString('hex')).toBe('fffe');
    expect((await read(fileNames.workPermits)).subarray(0, 4).toString('hex')).toBe('d0cf11e0');
    expect((await read(fileNames.asylum)).subarray(0, 2).toString()).toBe('PK');
    const police = iconv.decode(await read(fileNames.returns), 'win1252');
    expect(police).toContain(';');
    expect(police).toMatch(/š/iu);
    expect(police).not.toContain('\uFFFD');
  });

  it('hold no name of the truth', async () => {
    for (const name of await readdir(join(root, 'agencies'))) {
      if (!name.endsWith('.csv')) continue;
      expect((await readFile(join(root, 'agencies', name), 'latin1')).match(/\bP\d{7}/u), name).toBeNull();
    }
  });

  it('can be asked for one by one, with all movements in one file', async () => {
    const only = await writeAgencyFiles(country, join(root, 'one'), { only: ['electronic'], movements: 'one' });
    expect(only.map((file) => file.file)).toEqual([`${fileNames.electronic}.csv`]);
    const monthly = written.filter((file) => file.file.startsWith(fileNames.electronic));
    expect(monthly).toHaveLength(18);
    expect(only[0]?.rows).toBe(monthly.reduce((sum, file) => sum + file.rows, 0));
  });

  it('grow with the number of persons', () => {
    const crossings = (persons: number): number => {
      let rows = 0;
      for (const chunk of generateMovements(generateCountry({ ...options, persons }))) rows += chunk.rows;
      return rows;
    };
    const ratio = crossings(8000) / crossings(4000);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });
});

describe('the truth', () => {
  it('knows each record of each file, by row', async () => {
    const byFile = Map.groupBy(records, (record) => record.file);
    for (const file of written) expect(byFile.get(file.file)?.length, file.file).toBe(file.rows);
    const persons = new Set((await lines('truth', 'persons.csv')).slice(1).map((row) => row[0]));
    expect(persons.size).toBe(options.persons);
    expect(records.every((record) => persons.has(record.personId))).toBe(true);
    const crossings = new Set((await lines('truth', 'crossings.csv')).slice(1).map((row) => row[0]));
    const known = records.filter((record) => record.register === 'border_movement' && crossings.has(record.crossingId));
    const refused = records.filter((record) => record.register === 'refused_entry').length;
    const movements = records.filter((record) => record.register === 'border_movement').length;
    expect(movements - known.length).toBeGreaterThanOrEqual(0.8 * refused);
    expect(movements - known.length).toBeLessThan(2 * refused + 20);
  });

  it('names the person of every faultless row, and only faulty rows differ from it', async () => {
    const persons = new Map((await lines('truth', 'persons.csv')).slice(1).map((row) => [row[0], row]));
    const name = `${fileNames.electronic}_2024-05.csv`;
    const rows = await lines('agencies', name);
    const head = rows[0] ?? [];
    const surname = head.indexOf('SURNAME');
    const given = head.indexOf('GIVEN_NAMES');
    const birth = head.indexOf('DATE_OF_BIRTH');
    let different = 0;
    for (const record of records.filter((one) => one.file === name)) {
      const row = rows[record.row - 1] ?? [];
      const person = persons.get(record.personId) ?? [];
      expect(row[0]).toBe(record.sourceRecordId);
      expect(row).toHaveLength(head.length);
      const isSame = row[surname] === person[5] && row[given] === person[6] && row[birth] === person[4];
      if (record.errors.length === 0) expect(isSame).toBe(true);
      if (!isSame) different += 1;
    }
    expect(different).toBeGreaterThan(0);
  });

  it('counts errors near the declared rates, more of them on paper', () => {
    const share = (ones: readonly RecordTruth[]): number =>
      ones.filter((one) => one.errors.length > 0).length / ones.length;
    const electronic = records.filter((record) => record.file.startsWith(fileNames.electronic));
    const manual = records.filter((record) => record.file === fileNames.manual);
    const near = (found: number, declared: number, n: number): void => {
      expect(Math.abs(found - declared)).toBeLessThan(4 * Math.sqrt((declared * (1 - declared)) / n));
    };
    near(share(electronic), errorShare(examplePack.errors, 1), electronic.length);
    near(share(manual), errorShare(examplePack.errors, examplePack.errors.paperFactor), manual.length);
    const kinds = new Set(electronic.flatMap((record) => record.errors));
    expect(kinds.size).toBe(Object.keys(examplePack.errors.rates).length);
  });

  it('loses crossings at each port near the declared rates', async () => {
    const crossings = (await lines('truth', 'crossings.csv')).slice(1);
    for (const port of examplePack.ports) {
      for (const [direction, rate] of [
        ['arrival', port.missedArrivals],
        ['departure', port.missedDepartures],
      ] as const) {
        const here = crossings.filter(
          (row) =>
            row[4] === port.code && row[3] === direction && ['electronic', 'manual', 'missed'].includes(row[6] ?? ''),
        );
        const missed = here.filter((row) => row[6] === 'missed').length;
        const deviation = 4 * Math.sqrt((Math.max(rate, 0.002) * (1 - rate)) / here.length) + 0.003;
        expect(Math.abs(missed / here.length - rate), `${port.code} ${direction}`).toBeLessThan(deviation);
      }
    }
    expect(crossings.some((row) => row[6] === 'outage')).toBe(true);
    expect(crossings.some((row) => row[6] === 'avoided')).toBe(true);
  });

  it('has duplicates, re-issued passports and late records to find', async () => {
    expect(records.some((record) => record.isDuplicate)).toBe(true);
    const numbers = Map.groupBy((await lines('truth', 'documents.csv')).slice(1), (row) => row[0]);
    const reissued = [...numbers.values()].filter((documents) => documents.length > 1);
    expect(reissued.length).toBeGreaterThan(50);
    expect(reissued.every((documents) => documents[0]?.[2] !== documents[1]?.[2])).toBe(true);
    const rows = await lines('agencies', `${fileNames.electronic}_2024-05.csv`);
    expect(rows.some((row) => row.includes('MANUAL_LOG'))).toBe(true);
  });
});
