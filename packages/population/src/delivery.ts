import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AgencyFile, type AgencyFileId, fileNames, type OnRecord } from './agency-file.ts';
import { type CaseRecord, caseworkOf } from './casework.ts';
import type { Country } from './country.ts';
import { electronicChunks, type MovementChunk } from './electronic-movements.ts';
import { asylumRegister } from './layouts/asylum-register.ts';
import type { CaseLayout } from './layouts/layout.ts';
import { manualRegister } from './layouts/manual-register.ts';
import { removals, returns } from './layouts/police-lists.ts';
import { refusedEntries } from './layouts/refused-entries.ts';
import { residencePermits } from './layouts/residence-permits.ts';
import { visaApplications } from './layouts/visa-applications.ts';
import { workPermits } from './layouts/work-permits.ts';
import { type SurveyedMovements, surveyMovements } from './movement-table.ts';
import { makeTraveller, type Traveller } from './traveller.ts';

export interface AgencyFileOptions {
  /** Only these files; all where it is absent. */
  readonly only?: readonly AgencyFileId[];
  /** The border system's export as one file a month (default) or as one file. */
  readonly movements?: 'monthly' | 'one';
  /** Told the truth on every record as its file is written, in the order of the files. */
  readonly onRecord?: OnRecord;
}

interface Layout {
  readonly id: Exclude<AgencyFileId, 'electronic' | 'manual'>;
  readonly agency: string;
  readonly register: string;
  readonly make: CaseLayout;
}

const layouts: readonly Layout[] = [
  { id: 'visas', agency: 'visa_provider', register: 'visa', make: visaApplications },
  { id: 'residencePermits', agency: 'home_affairs_residence', register: 'residence_permit', make: residencePermits },
  { id: 'workPermits', agency: 'labour_commissioner', register: 'work_permit', make: workPermits },
  { id: 'asylum', agency: 'refugees_commissioner', register: 'asylum_case', make: asylumRegister },
  { id: 'removals', agency: 'police', register: 'removal', make: removals },
  { id: 'returns', agency: 'police', register: 'return_case', make: returns },
  { id: 'refusedEntries', agency: 'home_affairs_immigration', register: 'refused_entry', make: refusedEntries },
];

const borderAgency = 'home_affairs_immigration';

/** Everything that the files are laid out from. */
interface Gathered {
  readonly movements: SurveyedMovements;
  readonly travellers: readonly Traveller[];
  readonly cases: readonly CaseRecord[];
}

function gather(country: Country): Gathered {
  const travellers: Traveller[] = [];
  const cases: CaseRecord[] = [];
  const movements = surveyMovements(country, (person, itinerary) => {
    travellers.push(makeTraveller(country, person, itinerary));
    for (const one of caseworkOf(country, person, itinerary)) cases.push(one);
  });
  return { movements, travellers, cases };
}

/**
 * Writes the agencies' files into a folder (made where it is missing) as the agencies would deliver them, each in its own
 * layout and with its own faults, and `SYNTHETIC.txt` beside them. Returns what was written, in order. The same country
 * gives the same bytes.
 */
export async function writeAgencyFiles(
  country: Country,
  folder: string,
  options: AgencyFileOptions = {},
): Promise<readonly AgencyFile[]> {
  await mkdir(folder, { recursive: true });
  const written: AgencyFile[] = [];
  const isWanted = (id: AgencyFileId): boolean => options.only === undefined || options.only.includes(id);
  const { onRecord } = options;
  const tell: OnRecord = onRecord ?? (() => {});
  const { movements, travellers, cases } = gather(country);
  if (isWanted('electronic')) {
    const chunks = electronicChunks(country, movements.electronic, travellers, {
      movements: options.movements ?? 'monthly',
      ...(onRecord === undefined ? {} : { onRecord }),
    });
    for (const [file, rows] of await writeChunks(folder, chunks)) {
      written.push({ file, agency: borderAgency, register: 'border_movement', rows });
    }
  }
  if (isWanted('manual')) {
    const { bytes, rows } = manualRegister(country, movements.manual, travellers, tell);
    await writeFile(join(folder, fileNames.manual), bytes);
    written.push({ file: fileNames.manual, agency: borderAgency, register: 'border_movement', rows });
  }
  for (const [done, layout] of layouts.entries()) {
    country.onProgress({ step: 'files', done, total: layouts.length });
    if (!isWanted(layout.id)) continue;
    const { bytes, rows } = layout.make(country, cases, tell);
    await writeFile(join(folder, fileNames[layout.id]), bytes);
    written.push({ file: fileNames[layout.id], agency: layout.agency, register: layout.register, rows });
  }
  country.onProgress({ step: 'files', done: layouts.length, total: layouts.length });
  await writeFile(join(folder, 'SYNTHETIC.txt'), notice(country));
  return written;
}

/** The truth on every record of every agency file, in the order of the files, without writing the files. */
export function eachRecord(
  country: Country,
  onRecord: OnRecord,
  options: Pick<AgencyFileOptions, 'movements'> = {},
): void {
  const { movements, travellers, cases } = gather(country);
  const chunks = electronicChunks(country, movements.electronic, travellers, {
    movements: options.movements ?? 'monthly',
    onRecord,
  });
  while (chunks.next().done !== true);
  manualRegister(country, movements.manual, travellers, onRecord);
  for (const layout of layouts) layout.make(country, cases, onRecord);
}

/** The border system's export as CSV, about a megabyte at a time, for measuring and for pipes; nothing is written. */
export function* generateMovements(
  country: Country,
  options: Pick<AgencyFileOptions, 'movements'> = {},
): Generator<MovementChunk> {
  const travellers: Traveller[] = [];
  const { electronic } = surveyMovements(country, (person, itinerary) => {
    travellers.push(makeTraveller(country, person, itinerary));
  });
  yield* electronicChunks(country, electronic, travellers, { movements: options.movements ?? 'one' });
}

async function writeChunks(folder: string, chunks: Iterable<MovementChunk>): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, number>();
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  let name = '';
  try {
    for (const chunk of chunks) {
      if (chunk.file !== name) {
        await handle?.close();
        name = chunk.file;
        handle = await open(join(folder, name), 'w');
      }
      await handle?.write(chunk.bytes);
      rows.set(name, (rows.get(name) ?? 0) + chunk.rows);
    }
  } finally {
    await handle?.close();
  }
  return rows;
}

function notice(country: Country): string {
  return [
    'SYNTHETIC DATA',
    '',
    `All persons, documents, cases and journeys in the files of this folder are invented by a program (${country.pack.countryName},`,
    `seed ${country.seed}, ${country.persons} persons, ${country.from} to ${country.to}). Likeness to living persons is chance.`,
    'Shares and rates are chosen for demonstration and testing; they are no estimate of anything.',
    '',
  ].join('\n');
}
