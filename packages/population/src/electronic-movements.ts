import { fileNames, type OnRecord } from './agency-file.ts';
import { crossingId } from './casework.ts';
import type { Country } from './country.ts';
import { type ElectronicRecord, electronicColumns, makeRowText } from './electronic-row.ts';
import { isSecondIn, portIn, recordStream } from './movement-facts.ts';
import type { MovementTable } from './movement-table.ts';
import { personId } from './person.ts';
import { blockOf } from './person-block.ts';
import type { ErrorKind } from './population-pack.ts';
import { makeRandom, mix, salt } from './random.ts';
import { errorShare, spoil } from './spoil.ts';
import { identityText, type Traveller, textOn } from './traveller.ts';

/** A piece of an export file: about a megabyte of UTF-8 text and the number of records in it. */
export interface MovementChunk {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export interface MovementOptions {
  /** One file a month of capture (default), or one file for all. */
  readonly movements?: 'monthly' | 'one';
  readonly onRecord?: OnRecord;
}

const chunkLength = 1 << 20;
/** More than any row takes. */
const longestRow = 4096;
const noErrors: readonly ErrorKind[] = [];

/**
 * The border system's export, row by row in the order of capture, as chunks of CSV. `travellers` holds every person of the
 * country, by index (`makeTraveller`). Records captured after the period's end stand in the last file.
 */
export function* electronicChunks(
  country: Country,
  table: MovementTable,
  travellers: readonly Traveller[],
  options: MovementOptions = {},
): Generator<MovementChunk> {
  const { fromDay, toDay, pack } = country;
  const { onRecord } = options;
  const isMonthly = options.movements !== 'one';
  const text = makeRowText(country);
  const ports = pack.ports.map((port) => port.code);
  const spoilRow = makeRowSpoiler(country);
  const periodEnd = (toDay - fromDay + 1) * 1440;
  let file = '';
  let month = '';
  let line = 1;
  let rows = 0;
  let filled = 0;
  let buffer = Buffer.allocUnsafe(chunkLength);
  for (let n = 0; n < table.length; n += 1) {
    const i = table.order[n] ?? 0;
    const captured = table.captured[i] ?? 0;
    const monthNow = isMonthly && captured < periodEnd ? text.isoOn(captured).slice(0, 7) : isMonthly ? month : 'all';
    if (n === 0 || monthNow !== month) {
      if (filled > 0) yield { file, bytes: buffer.subarray(0, filled), rows };
      month = monthNow;
      file = `${fileNames.electronic}${isMonthly ? `_${month}` : ''}.csv`;
      buffer = Buffer.allocUnsafe(chunkLength);
      filled = buffer.write(`${electronicColumns.join(',')}\n`, 0);
      rows = 0;
      line = 1;
    }
    const person = table.person[i] ?? 0;
    const facts = table.facts[i] ?? 0;
    const minute = table.minute[i] ?? 0;
    const crossing = table.crossing[i] ?? 0;
    const traveller = travellers[person];
    const stream = recordStream(person, crossing, isSecondIn(facts));
    const noise = mix(country.seed, stream, salt.error);
    const record: ElectronicRecord = {
      id: `E${1_000_000_000 + n}`,
      person,
      crossing,
      traveller,
      facts,
      minute,
      captured,
      noise,
    };
    const known = textOn(traveller, fromDay + Math.floor(minute / 1440));
    const spoilt = spoilRow(record, stream);
    filled += buffer.write(text.head(record, spoilt?.port ?? ports[portIn(facts)] ?? ''), filled);
    if (spoilt) {
      filled += buffer.write(spoilt.identity, filled);
      filled += known.standing.copy(buffer, filled);
    } else {
      filled += known.identity.copy(buffer, filled);
      filled += known.standing.copy(buffer, filled);
    }
    filled += buffer.write(text.tail(record), filled, 'latin1');
    rows += 1;
    line += 1;
    onRecord?.({
      file,
      sheet: '',
      row: line,
      register: 'border_movement',
      sourceRecordId: record.id,
      personId: personId(person),
      crossingId: crossingId({ id: personId(person) }, crossing),
      isDuplicate: isSecondIn(facts),
      errors: spoilt?.errors ?? noErrors,
    });
    if (filled < chunkLength - longestRow) continue;
    yield { file, bytes: buffer.subarray(0, filled), rows };
    buffer = Buffer.allocUnsafe(chunkLength);
    filled = 0;
    rows = 0;
    country.onProgress({ step: 'movements', done: n + 1, total: table.length });
  }
  if (filled > 0) yield { file, bytes: buffer.subarray(0, filled), rows };
}

interface SpoiltRow {
  readonly identity: string;
  readonly port: string;
  readonly errors: readonly ErrorKind[];
}

/** Spoils the rows that have an error; undefined for all others, decided by one number without making the person again. */
function makeRowSpoiler(country: Country): (record: ElectronicRecord, stream: number) => SpoiltRow | undefined {
  const { pack, seed, fromDay } = country;
  const limit = errorShare(pack.errors, 1) * 4_294_967_296;
  const random = makeRandom();
  return (record, stream) => {
    if (mix(seed, stream, salt.error + 1000) >= limit) return undefined;
    random.reset(seed, stream, salt.error);
    const port = pack.ports[portIn(record.facts)];
    const block = blockOf(country.personAt(record.person), fromDay + Math.floor(record.minute / 1440));
    const errors = spoil(block, pack, random);
    const spellings = block.hasCodeVariant ? (port?.spellings ?? []) : [];
    return {
      identity: identityText(block),
      port: spellings[random.below(spellings.length)] ?? port?.code ?? '',
      errors,
    };
  };
}
