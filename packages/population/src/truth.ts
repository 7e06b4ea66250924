import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { isoOf } from './calendar.ts';
import { captureOf, channelNames } from './capture.ts';
import { crossingId } from './casework.ts';
import type { Country } from './country.ts';
import { eachRecord } from './delivery.ts';
import { fate, fateNames, makeItinerary, modeAt } from './itinerary.ts';
import { planTravel } from './travel.ts';

/** Heads of the truth's files. */
export const truthColumns = {
  persons: [
    'person_id',
    'household_id',
    'segment',
    'sex',
    'date_of_birth',
    'surname',
    'given_names',
    'citizenship',
    'country_of_birth',
    'district',
    'national_id',
    'resident_at_start',
    'resident_at_end',
    'crossings',
  ],
  documents: ['person_id', 'document_type', 'document_number', 'issuing_state', 'used_from', 'expires_on'],
  crossings: ['crossing_id', 'person_id', 'crossed_at', 'direction', 'port', 'mode', 'record', 'special'],
  migrations: ['person_id', 'migrated_on', 'direction', 'kind'],
  records: [
    'file',
    'sheet',
    'row',
    'register',
    'source_record_id',
    'person_id',
    'crossing_id',
    'is_duplicate',
    'errors',
  ],
} as const;

/**
 * Writes what is really so into `persons.csv`, `documents.csv`, `crossings.csv` (all of them, without error), `migrations.csv`
 * and `records.csv` (which record is whose, and what is wrong in it). The folder must not be the agencies': no linkage or
 * import may see it. `movements` must be as for `writeAgencyFiles`, as rows are counted per file.
 */
export async function writeTruth(
  country: Country,
  folder: string,
  options: { readonly movements?: 'monthly' | 'one' } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const persons = makeCsv(join(folder, 'persons.csv'), truthColumns.persons);
  const documents = makeCsv(join(folder, 'documents.csv'), truthColumns.documents);
  const crossings = makeCsv(join(folder, 'crossings.csv'), truthColumns.crossings);
  const migrations = makeCsv(join(folder, 'migrations.csv'), truthColumns.migrations);
  const itinerary = makeItinerary();
  for (let index = 0; index < country.persons; index += 1) {
    const person = country.personAt(index);
    planTravel(country, person, itinerary);
    let count = 0;
    for (let i = 0; i < itinerary.length; i += 1) {
      const special = itinerary.fate[i] ?? 0;
      if (special === fate.refused) continue;
      count += 1;
      const minute = itinerary.minute[i] ?? 0;
      const day = country.fromDay + Math.floor(minute / 1440);
      const port = itinerary.port[i] ?? 0;
      const isArrival = itinerary.arrival[i] === 1;
      const clock = `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const record = channelNames[captureOf(country, index, i, day, port, isArrival, special) & 7] ?? '';
      crossings.row([
        crossingId(person, i),
        person.id,
        `${isoOf(day)}T${clock}`,
        isArrival ? 'arrival' : 'departure',
        country.pack.ports[port]?.code ?? '',
        modeAt(itinerary, i),
        record,
        special === fate.none ? '' : (fateNames[special] ?? ''),
      ]);
    }
    persons.row([
      person.id,
      person.household,
      person.segment.id,
      person.sex,
      isoOf(person.birthDay),
      person.surname,
      person.givenNames,
      person.citizenship,
      person.countryOfBirth,
      country.pack.districts[person.district]?.code ?? '',
      person.nationalId,
      String(itinerary.isResidentAtStart),
      String(itinerary.isResidentAtEnd),
      String(count),
    ]);
    for (const document of person.documents) {
      if (document.type === 'none') continue;
      documents.row([
        person.id,
        document.type,
        document.number,
        document.issuingState,
        isoOf(document.validFrom),
        isoOf(document.expires),
      ]);
    }
    for (const migration of itinerary.migrations) {
      migrations.row([person.id, isoOf(migration.day), migration.direction, migration.kind]);
    }
  }
  const records = makeCsv(join(folder, 'records.csv'), truthColumns.records);
  eachRecord(
    country,
    (truth) =>
      records.row([
        truth.file,
        truth.sheet,
        String(truth.row),
        truth.register,
        truth.sourceRecordId,
        truth.personId,
        truth.crossingId,
        String(truth.isDuplicate),
        truth.errors.join(' '),
      ]),
    options,
  );
  await Promise.all([persons, documents, crossings, migrations, records].map((file) => file.end()));
}

/** A CSV file under way: rows gather to a megabyte before they are written. Values hold no quotes or commas. */
function makeCsv(
  path: string,
  columns: readonly string[],
): { row: (values: readonly string[]) => void; end: () => Promise<void> } {
  const stream = createWriteStream(path);
  let text = `${columns.join(',')}\n`;
  return {
    row: (values) => {
      text += `${values.join(',')}\n`;
      if (text.length < 1 << 20) return;
      stream.write(text);
      text = '';
    },
    end: () => {
      stream.end(text);
      return finished(stream);
    },
  };
}
