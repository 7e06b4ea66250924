/**
 * How much an import into a movement log costs above PostgreSQL's own bulk load: a million movements of 22 columns, already
 * in memory, through `importRecords` (keys, duplicates, partitions, ledger) against `COPY` of the same lines, already
 * encoded, into an equal table. Prints the ratio for a first delivery (partitions made by it) and for a later one
 * (partitions and the agency's earlier records are there). Run: node bench/store-copy.bench.ts [rows]
 */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type CandidateBatch, type CanonicalValue, commonDeclarations } from '@leeto/registers';
import { importRecords, makeRecordKey } from '@leeto/store';
import { openBareCopy, openTestInstance } from '@leeto/store/testing';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const BATCH = 5000;
const COLUMNS = [
  'source_record_id',
  'port',
  'direction',
  'crossed_on',
  'crossed_at',
  'lane',
  'mode',
  'document_type',
  'document_number',
  'document_issuing_state',
  'surname',
  'given_names',
  'nationality',
  'sex',
  'date_of_birth',
  'country_of_residence',
  'purpose',
  'intended_days',
  'address_district',
  'decision',
  'officer',
  'capture_source',
];

const declaration = commonDeclarations.find(({ id }) => id === 'border_movement');
if (declaration === undefined) throw new Error('border_movement is not declared');

const { instance, databaseUrl, dispose } = await openTestInstance();
try {
  for (const delivery of [0, 1]) {
    const batches = makeBatches(delivery * ROWS);
    const bare = await measureBareCopy(batches, delivery);
    const whole = await measureImport(batches, delivery);
    const ratio = (whole / bare).toFixed(2);
    const name = delivery === 0 ? 'first delivery' : 'later delivery';
    console.log(`${name}: import ${seconds(whole)}, bare COPY ${seconds(bare)}, ratio ${ratio} (at most 2.20)`);
  }
} finally {
  await dispose();
}

async function measureImport(batches: readonly CandidateBatch[], delivery: number): Promise<number> {
  const started = performance.now();
  const result = await importRecords(instance, {
    declaration: declaration as NonNullable<typeof declaration>,
    delivery: {
      fileName: `bench-${delivery}.csv`,
      sha256: `bench-${delivery}`,
      bytes: 0,
      mapping: {},
      mappingHash: '',
      provenance: { agency: 'home_affairs_immigration', citation: 'Benchmark', isSynthetic: true },
    },
    batches,
    receivedBy: 'benchmark',
  });
  if (result.counts.taken !== ROWS) throw new Error(`took ${result.counts.taken} of ${ROWS}`);
  return performance.now() - started;
}

async function measureBareCopy(batches: readonly CandidateBatch[], delivery: number): Promise<number> {
  const buffers = encode(batches);
  const copy = await openBareCopy(databaseUrl, 'border_movement', ['2024', '2025'], COLUMNS, delivery === 0);
  const started = performance.now();
  const stream = await copy.begin();
  for (const buffer of buffers) if (!stream.write(buffer)) await once(stream, 'drain');
  const done = finished(stream);
  stream.end();
  await done;
  await copy.commit();
  return performance.now() - started;
}

function encode(batches: readonly CandidateBatch[]): readonly Buffer[] {
  const recordKey = makeRecordKey(declaration as NonNullable<typeof declaration>, COLUMNS, 'bench');
  return batches.map((batch) => {
    const lines = batch.rows.map(
      (row, index) =>
        `${recordKey(row)}\t1\t${batch.sourceRows[index]}\t\\N\t${row.map((value) => value ?? '\\N').join('\t')}\n`,
    );
    return Buffer.from(lines.join(''));
  });
}

/** Invented movements of two years, seeded by their number alone. */
function makeBatches(from: number): readonly CandidateBatch[] {
  const batches: CandidateBatch[] = [];
  for (let start = 0; start < ROWS; start += BATCH) {
    const count = Math.min(BATCH, ROWS - start);
    const rows = Array.from({ length: count }, (_, index) => makeRow(from + start + index, (start + index) / ROWS));
    const sourceRows = Int32Array.from({ length: count }, (_, index) => start + index + 2);
    batches.push({ register: 'border_movement', columns: COLUMNS, rows, sheet: '', sourceRows });
  }
  return batches;
}

function makeRow(number: number, share: number): readonly CanonicalValue[] {
  const pick = (values: readonly string[], salt: number) =>
    values[(Math.imul(number + salt, 2654435761) >>> 8) % values.length];
  const time = new Date(
    Date.UTC(2024, 0, 1) + Math.floor(share * 730) * 86_400_000 + (number % 86_400) * 1000,
  ).toISOString();
  const day = String(1 + (number % 28)).padStart(2, '0');
  return [
    `E${number}`,
    pick(['LS-MSB', 'LS-MPB', 'LS-CDP', 'LS-VRG', 'LS-QNK'], 1) ?? null,
    number % 2 === 0 ? 'arrival' : 'departure',
    time.slice(0, 10),
    time.slice(0, 19),
    pick(['general', 'citizen', 'commuter'], 2) ?? null,
    pick(['foot', 'car', 'bus'], 3) ?? null,
    number % 5 === 0 ? 'none' : 'passport',
    number % 5 === 0 ? null : `RC${100_000 + (number % 700_000)}`,
    'LSO',
    pick(['Mokoena', 'Molapo', 'Nkosi', 'Ts’ele', 'Dlamini', 'Khumalo'], 4) ?? null,
    pick(['Lerato', 'Thabo', 'Palesa', 'Tumelo', 'Nthabiseng'], 5) ?? null,
    pick(['LSO', 'ZAF', 'CHN'], 6) ?? null,
    number % 2 === 0 ? 'F' : 'M',
    `${1950 + (number % 60)}-0${1 + (number % 9)}-${day}`,
    pick(['LSO', 'ZAF'], 7) ?? null,
    pick(['1.1', '1.2', '1.8', '3', '4'], 8) ?? null,
    number % 3 === 0 ? String(number % 90) : null,
    pick(['LS-A', 'LS-B', 'LS-C'], 9) ?? null,
    'admitted',
    `officer-${number % 40}`,
    'ebcs',
  ];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
