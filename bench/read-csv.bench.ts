/**
 * Reading a CSV of border movements (1,000,000 rows of 22 columns, about 180 MB) into batches of cells, beside the machine's
 * own limit: reading the same file and counting its newlines. Prints MB/s of both and their ratio.
 *
 *   node bench/read-csv.bench.ts [rows]
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openFile } from '@leeto/intake';

const COLUMNS = 22;

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = await mkdtemp(join(tmpdir(), 'leeto-bench-'));
try {
  const path = join(folder, 'movements.csv');
  await pipeline(movements(rows), createWriteStream(path));
  const megabytes = (await stat(path)).size / 1e6;
  process.stdout.write(`${rows} rows, ${COLUMNS} columns, ${megabytes.toFixed(0)} MB\n`);
  await countNewlines(path);
  const floor = await timed(() => countNewlines(path));
  const opening = await timed(() => openFile(path));
  const file = await openFile(path);
  const parsing = await timed(async () => {
    let read = 0;
    for (const table of file.tables) for await (const batch of table.rows()) read += batch.rows.length;
    if (read !== rows) throw new Error(`read ${read} of ${rows} rows`);
  });
  const line = (what: string, seconds: number): string =>
    `${what.padEnd(34)} ${seconds.toFixed(2).padStart(6)} s ${(megabytes / seconds).toFixed(0).padStart(6)} MB/s ${(seconds / floor).toFixed(1).padStart(6)} x\n`;
  process.stdout.write(line('read and count newlines', floor));
  process.stdout.write(line('open (encoding, digest, layout)', opening));
  process.stdout.write(line('all rows to batches', parsing));
} finally {
  await rm(folder, { recursive: true });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function countNewlines(path: string): Promise<number> {
  let count = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 512 * 1024 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  }
  return count;
}

function* movements(count: number): Generator<string> {
  const names = ['Mokoena', 'Mofokeng', 'Nkhahle', 'Letsie', 'Tlali', 'Ramokoatsi'];
  const ports = ['Maseru Bridge', 'Maputsoe', 'Caledonspoort', "Van Rooyen's Gate"];
  const header =
    'id,port,direction,crossed_on,crossed_at,lane,mode,document_type,document_number,issuing_state,surname,given_names,nationality,sex,date_of_birth,residence,purpose,intended_days,district,permit,decision,remarks';
  let block = `${header}\n`;
  for (let row = 0; row < count; row += 1) {
    const day = String((row % 28) + 1).padStart(2, '0');
    const remark = row % 50 === 0 ? '"held, then ""released"""' : '';
    block += `${1_000_000 + row},${ports[row % 4]},${row % 2 ? 'arrival' : 'departure'},2025-03-${day},2025-03-${day}T14:05:${day},general,foot,passport,RB${String(row * 7919).padStart(9, '0')},LSO,${names[row % 6]},Synthetic Person,${row % 3 ? 'LSO' : 'ZAF'},${row % 2 ? 'F' : 'M'},19${60 + (row % 40)}-0${(row % 9) + 1}-${day},LSO,1.${(row % 8) + 1},${row % 30},LS-A,,admitted,${remark}\n`;
    if (block.length > 1_000_000) {
      yield block;
      block = '';
    }
  }
  yield block;
}
