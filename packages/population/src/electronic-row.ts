import { isoOf } from './calendar.ts';
import { refusalGroundOf } from './casework.ts';
import type { Country } from './country.ts';
import { fate } from './itinerary.ts';
import { fateIn, isArrivalIn, isLateIn, modeIn, portIn, stayIn } from './movement-facts.ts';
import { modes } from './segment.ts';
import { grantedDays, type Traveller } from './traveller.ts';

/** Column heads of the border system's export. */
export const electronicColumns: readonly string[] = [
  ...['TXN_ID', 'SOURCE_SYSTEM', 'PORT_CODE', 'DIRECTION', 'TXN_DATE', 'TXN_TIMESTAMP', 'CAPTURED_AT', 'LANE_TYPE'],
  ...[
    'TRANSPORT_MODE',
    'DOC_TYPE',
    'DOC_NO',
    'DOC_ISSUER',
    'DOC_EXPIRY',
    'SURNAME',
    'GIVEN_NAMES',
    'NATIONALITY',
    'SEX',
  ],
  ...['DATE_OF_BIRTH', 'COUNTRY_OF_BIRTH', 'COUNTRY_OF_RESIDENCE', 'PERMIT_NO', 'PERMIT_TYPE', 'VISA_CLASS'],
  ...['ADDRESS_DISTRICT', 'PURPOSE_CODE', 'INTENDED_STAY_DAYS', 'PREV_NEXT_COUNTRY', 'AUTHORISED_UNTIL', 'DECISION'],
  ...[
    'REFUSAL_GROUND',
    'WATCHLIST_RESULT',
    'BIOMETRIC_RESULT',
    'OFFICER_ID',
    'DEVICE_ID',
    'CAPTURE_SOURCE',
    'CONVEYANCE',
  ],
  ...['OFFLINE_BATCH_ID', 'CORRECTS_TXN_ID'],
];

/** One record of the border system, before it is text. */
export interface ElectronicRecord {
  readonly id: string;
  readonly person: number;
  readonly crossing: number;
  readonly traveller: Traveller | undefined;
  readonly facts: number;
  /** Minutes since the first day of the period. */
  readonly minute: number;
  readonly captured: number;
  /** 32 bits for what depends on nothing. */
  readonly noise: number;
}

/**
 * Makes the text of a row before and after the traveller's own columns; `port` is the port as the clerk's system wrote it.
 * One object for all rows: a million rows share its tables of dates and times.
 */
export function makeRowText(country: Country): {
  readonly isoOn: (minute: number) => string;
  readonly head: (record: ElectronicRecord, port: string) => string;
  readonly tail: (record: ElectronicRecord) => string;
} {
  const { pack, fromDay, toDay } = country;
  // Stays of up to 999 days are granted past the last crossing.
  const isoDays = Array.from({ length: toDay - fromDay + 1100 }, (_, i) => isoOf(fromDay + i));
  const two = Array.from({ length: 64 }, (_, i) => String(i % 60).padStart(2, '0'));
  const clock = Array.from({ length: 1440 }, (_, i) => `${two[Math.floor(i / 60)] ?? ''}:${two[i % 60] ?? ''}`);
  const posts = pack.ports.map((port) => port.code.slice(port.code.indexOf('-') + 1));
  const modeWords = modes.map((mode) => mode.toUpperCase());
  const airMode = modes.indexOf('air');
  const isoOn = (minute: number): string => isoDays[Math.floor(minute / 1440)] ?? '';

  const head = ({ id, facts, minute, captured, traveller, noise }: ElectronicRecord, port: string): string => {
    const iso = isoOn(minute);
    const capturedAt = isLateIn(facts) ? `${isoOn(captured)}T${clock[captured % 1440] ?? ''}:00` : '';
    const direction = isArrivalIn(facts) ? 'ENTRY' : 'EXIT';
    const time = `${clock[minute % 1440] ?? ''}:${two[noise & 63] ?? ''}`;
    return `${id},SYNTHETIC-EBCS,${port},${direction},${iso},${iso}T${time},${capturedAt},${traveller?.lane ?? ''},${modeWords[modeIn(facts)] ?? ''},`;
  };

  const tail = ({ facts, minute, traveller, noise, person, crossing }: ElectronicRecord): string => {
    const isArrival = isArrivalIn(facts);
    const isLate = isLateIn(facts);
    const special = fateIn(facts);
    const stay = stayIn(facts);
    const isRefused = special === fate.refused;
    const purpose = (noise >>> 3) % 90 === 0 ? '' : ((isArrival ? traveller?.purposeIn : traveller?.purposeOut) ?? '');
    const until =
      isArrival && !isRefused && traveller?.isVisitor
        ? (isoDays[Math.floor(minute / 1440) + grantedDays(stay, special === fate.overstay) - 1] ?? '')
        : '';
    const decision = isRefused ? `REFUSED,${refusalGroundOf(country, person, crossing)}` : 'ADMITTED,';
    const check = (noise >>> 6) % 1000;
    const watch = check === 0 ? 'HIT' : check < 20 ? 'NOT_CHECKED' : 'CLEAR';
    const biometric = isLate || (noise >>> 8) % 3 === 0 ? 'NOT_CHECKED' : 'MATCH';
    const mode = modeIn(facts);
    const conveyance =
      mode === 0 ? '' : mode === airMode ? (isArrival ? 'SA8050' : 'SA8051') : (traveller?.plate ?? '');
    const post = posts[portIn(facts)] ?? '';
    const capture = isLate ? `MANUAL_LOG,${conveyance},OB-${post}-${isoOn(minute)},` : `EBCS,${conveyance},,`;
    return `,${purpose},${(noise >>> 4) % 7 === 0 ? '' : stay},${pack.neighbour},${until},${decision},${watch},${biometric},OFF${100 + ((noise >>> 12) % 300)},${post}-D${1 + ((noise >>> 20) % 6)},${capture}\n`;
  };
  return { isoOn, head, tail };
}
