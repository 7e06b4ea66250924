import { fileNames, type OnRecord } from './agency-file.ts';
import { isoOf } from './calendar.ts';
import { crossingId, refusalGroundOf } from './casework.ts';
import type { Country } from './country.ts';
import { fate } from './itinerary.ts';
import type { MovementTable } from './movement-table.ts';
import { blockOf } from './person-block.ts';
import { makeRandom, mix, salt } from './random.ts';
import { modes } from './segment.ts';
import { errorShare, spoil } from './spoil.ts';
import { grantedDays, identityText, type Traveller, textOn } from './traveller.ts';

/** Column heads of the border system's export. */
export const electronicColumns = [
  'TXN_ID',
  'SOURCE_SYSTEM',
  'PORT_CODE',
  'DIRECTION',
  'TXN_TIMESTAMP',
  'CAPTURED_AT',
  'LANE_TYPE',
  'TRANSPORT_MODE',
  'DOC_TYPE',
  'DOC_NO',
  'DOC_ISSUER',
  'DOC_EXPIRY',
  'SURNAME',
  'GIVEN_NAMES',
  'NATIONALITY',
  'SEX',
  'DATE_OF_BIRTH',
  'COUNTRY_OF_BIRTH',
  'COUNTRY_OF_RESIDENCE',
  'PERMIT_NO',
  'PERMIT_TYPE',
  'VISA_CLASS',
  'ADDRESS_DISTRICT',
  'PURPOSE_CODE',
  'INTENDED_STAY_DAYS',
  'PREV_NEXT_COUNTRY',
  'AUTHORISED_UNTIL',
  'DECISION',
  'REFUSAL_GROUND',
  'WATCHLIST_RESULT',
  'BIOMETRIC_RESULT',
  'OFFICER_ID',
  'DEVICE_ID',
  'CAPTURE_SOURCE',
  'CONVEYANCE',
  'OFFLINE_BATCH_ID',
  'CORRECTS_TXN_ID',
] as const;

/** A piece of an export file, about a megabyte of text. `row` is the line number after the piece. */
export interface MovementChunk {
  readonly file: string;
  readonly text: string;
  readonly rows: number;
}

export interface MovementOptions {
  /** One file a month of capture, or one file for all. */
  readonly movements?: 'monthly' | 'one';
  readonly onRecord?: OnRecord;
}

const chunkLength = 1 << 20;

/**
 * The border system's export, row by row in the order of capture, as chunks of CSV text. `travellers` holds
 * every person of the country, by index (`makeTraveller`).
 */
export function* electronicChunks(
  country: Country,
  table: MovementTable,
  travellers: readonly Traveller[],
  options: MovementOptions = {},
): Generator<MovementChunk> {
  const { pack, seed, fromDay, toDay } = country;
  const days = toDay - fromDay + 1200;
  const isoDays = Array.from({ length: days }, (_, i) => isoOf(fromDay + i));
  const two = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
  const clock = Array.from({ length: 1440 }, (_, i) => `${two[Math.floor(i / 60)]}:${two[i % 60]}`);
  const portText = pack.ports.map((port) => port.code);
  const modeText = modes.map((mode) => mode.toUpperCase());
  const monthly = options.movements !== 'one';
  const heading = `${electronicColumns.join(',')}\n`;
  const spoilt = errorShare(pack.errors, 1) * 4294967296;
  const { onRecord } = options;
  const shortPort = portText.map((code) => code.slice(code.indexOf('-') + 1));
  const airMode = modes.indexOf('air');
  const flights = ['SA8050', 'SA8051'] as const;
  const random = makeRandom();
  let file = '';
  let fileMonth = '';
  let text = '';
  let rows = 0;
  let line = 1;
  for (let n = 0; n < table.length; n += 1) {
    const i = table.order[n] ?? 0;
    const captured = table.captured[i] ?? 0;
    const capturedDay = Math.floor(captured / 1440);
    const capturedIso = isoDays[capturedDay] ?? '';
    const month = monthly ? (fromDay + capturedDay > toDay ? fileMonth : capturedIso.slice(0, 7)) : 'all';
    if (month !== fileMonth) {
      if (text.length > 0) yield { file, text, rows };
      fileMonth = month;
      file = `${fileNames.electronic}${monthly ? `_${month}` : ''}.csv`;
      text = heading;
      rows = 0;
      line = 1;
    }
    const who = table.person[i] ?? 0;
    const crossing = table.crossing[i] ?? 0;
    const facts = table.facts[i] ?? 0;
    const minute = table.minute[i] ?? 0;
    const dayIndex = Math.floor(minute / 1440);
    const iso = isoDays[dayIndex] ?? '';
    const stream = Math.imul(who, 4099) + crossing + ((facts >>> 13) & 1) * 77_777;
    const noise = mix(seed, stream, salt.error);
    const second = noise & 0x3f;
    const special = (facts >>> 10) & 7;
    const portAt = (facts >>> 5) & 31;
    const port = portText[portAt] ?? '';
    const isArrival = (facts & 1) === 1;
    const txn = `E${1_000_000_000 + n}`;
    const traveller = travellers[who];
    const known = textOn(traveller, fromDay + dayIndex);
    let { identity } = known;
    let portShown = port;
    line += 1;
    if (mix(seed, stream, salt.error + 1000) < spoilt) {
      random.reset(seed, stream, salt.error);
      const person = country.personAt(who);
      const block = blockOf(person, fromDay + dayIndex);
      const errors = spoil(block, pack, random);
      if (block.hasCodeVariant) {
        const spellings = pack.ports[portAt]?.spellings ?? [];
        portShown = spellings[random.below(spellings.length)] ?? port;
      }
      identity = identityText(block);
      onRecord?.({
        file,
        sheet: '',
        row: line,
        register: 'border_movement',
        sourceRecordId: txn,
        personId: person.id,
        crossingId: crossingId(person, crossing),
        isDuplicate: ((facts >>> 13) & 1) === 1,
        errors,
      });
    } else if (onRecord) {
      const id = `P${String(who + 1).padStart(7, '0')}`;
      onRecord({
        file,
        sheet: '',
        row: line,
        register: 'border_movement',
        sourceRecordId: txn,
        personId: id,
        crossingId: `${id}-${String(crossing).padStart(4, '0')}`,
        isDuplicate: ((facts >>> 13) & 1) === 1,
        errors: [],
      });
    }
    const isOffline = ((facts >>> 24) & 1) === 1;
    const isRefused = special === fate.refused;
    const ground = isRefused ? refusalGroundOf(country, who, crossing) : '';
    const mode = (facts >>> 1) & 15;
    const stay = (facts >>> 14) & 1023;
    const capturedAt = isOffline ? `${capturedIso}T${clock[captured % 1440] ?? ''}:00` : '';
    const until =
      isArrival && !isRefused && traveller?.isVisitor
        ? untilIso(isoDays, dayIndex, stay, special === fate.overstay)
        : '';
    const conveyance =
      mode === airMode ? (isArrival ? flights[0] : flights[1]) : mode === 0 ? '' : (traveller?.plate ?? '');
    const check = (noise >>> 6) % 1000;
    text += `${txn},SYNTHETIC-EBCS,${portShown},${isArrival ? 'ENTRY' : 'EXIT'},${iso}T${clock[minute % 1440] ?? ''}:${two[second % 60] ?? ''},${capturedAt},${traveller?.lane ?? ''},${modeText[mode] ?? ''},${identity},${known.standing},${
      (noise >>> 3) % 90 === 0 ? '' : ((isArrival ? traveller?.purposeIn : traveller?.purposeOut) ?? '')
    },${(noise >>> 4) % 7 === 0 ? '' : stay},${pack.neighbour},${until},${isRefused ? 'REFUSED' : 'ADMITTED'},${ground},${
      check === 0 ? 'HIT' : check < 20 ? 'NOT_CHECKED' : 'CLEAR'
    },${isOffline || (noise >>> 8) % 3 === 0 ? 'NOT_CHECKED' : 'MATCH'},OFF${100 + ((noise >>> 12) % 300)},${shortPort[portAt] ?? ''}-D${1 + ((noise >>> 20) % 6)},${
      isOffline ? 'MANUAL_LOG' : 'EBCS'
    },${conveyance},${isOffline ? `OB-${shortPort[portAt] ?? ''}-${iso}` : ''},\n`;
    rows += 1;
    if (text.length >= chunkLength) {
      yield { file, text, rows };
      text = '';
      rows = 0;
      country.onProgress({ step: 'movements', done: n + 1, total: table.length });
    }
  }
  if (text.length > 0) yield { file, text, rows };
}

function untilIso(isoDays: readonly string[], dayIndex: number, stay: number, overstays: boolean): string {
  return isoDays[dayIndex + grantedDays(stay, overstays) - 1] ?? '';
}
