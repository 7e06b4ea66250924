import type { WorkSheet } from '@e965/xlsx';
import { fileNames, type OnRecord } from '../agency-file.ts';
import { isoOf } from '../calendar.ts';
import { crossingId } from '../casework.ts';
import type { Country } from '../country.ts';
import { fate } from '../itinerary.ts';
import { fateIn, isArrivalIn, modeIn, portIn, recordStream, stayIn } from '../movement-facts.ts';
import type { MovementTable } from '../movement-table.ts';
import { blockOf } from '../person-block.ts';
import { makeRandom, mix, salt } from '../random.ts';
import { modes } from '../segment.ts';
import { errorShare, spoil } from '../spoil.ts';
import type { Traveller } from '../traveller.ts';
import { type Cell, dateCell, makeSheet, makeWorkbook } from './sheet.ts';
import { anyOf, countryWords, dayMonthYear, layoutRandom } from './spoilt-case.ts';

const heads: readonly (readonly Cell[])[] = [
  [
    ...['No.', 'Crossing', null, null, null, 'Traveller', null, null, null, 'Document', null],
    ...['Journey', null, null, null, null],
  ],
  [
    ...[null, 'Date', 'Time', 'Post', 'In / Out', 'Name', 'Sex', 'Born / age', 'Nationality', 'Type', 'Number'],
    ...['By', 'Purpose', 'Days', 'Decision', 'Remarks'],
  ],
];

/** Records on a page of the register; a row of totals ends each page. */
const pageSize = 40;

const documentWords: Readonly<Record<string, readonly string[]>> = {
  passport: ['Passport', 'PP', 'passport'],
  national_identity_card: ['ID card', 'National ID', 'ID'],
  none: ['None', '-'],
};

/** Share of the paper's crossings written twice (the old page copied with the new one). */
const copiedShare = 0.01;

/**
 * The registers of the posts without a system, typed from paper into one workbook, a sheet a post: two-row heads, text
 * dates among real ones, names as "SURNAME Given", ages instead of birth dates, purposes in words, page totals, notes.
 */
export function manualRegister(
  country: Country,
  table: MovementTable,
  travellers: readonly Traveller[],
  onRecord: OnRecord,
): { readonly bytes: Uint8Array; readonly rows: number } {
  const sheets: (readonly [string, WorkSheet])[] = [];
  let rows = 0;
  for (const [portAt, port] of country.pack.ports.entries()) {
    if (port.capture !== 'manual') continue;
    const name = port.code.slice(port.code.indexOf('-') + 1);
    const made = postSheet(country, table, travellers, { portAt, sheet: name, onRecord });
    sheets.push([name, made.sheet]);
    rows += made.rows;
  }
  if (sheets.length === 0) sheets.push(['Register', makeSheet([['No manual posts – SYNTHETIC DATA']])]);
  return { bytes: makeWorkbook(sheets), rows };
}

function postSheet(
  country: Country,
  table: MovementTable,
  travellers: readonly Traveller[],
  at: { readonly portAt: number; readonly sheet: string; readonly onRecord: OnRecord },
): { sheet: WorkSheet; rows: number } {
  const { pack, seed, fromDay } = country;
  const port = pack.ports[at.portAt];
  const lines: Cell[][] = [
    [`${(port?.name ?? '').toUpperCase()} – REGISTER OF ENTRIES AND EXITS`],
    ['SYNTHETIC DATA – typed from the paper register'],
    [`Period: ${dayMonthYear(country.from)} to ${dayMonthYear(country.to)}`],
    [],
    ...heads.map((row) => [...row]),
  ];
  const first = lines.length - heads.length;
  const spoilt = errorShare(pack.errors, pack.errors.paperFactor) * 4294967296;
  const random = makeRandom();
  let rows = 0;
  let onPage = { in: 0, out: 0 };
  let page = 1;
  const write = (i: number, isCopy: boolean): void => {
    const who = table.person[i] ?? 0;
    const crossing = table.crossing[i] ?? 0;
    const facts = table.facts[i] ?? 0;
    const minute = table.minute[i] ?? 0;
    const day = fromDay + Math.floor(minute / 1440);
    const iso = isoOf(day);
    const isArrival = isArrivalIn(facts);
    const person = country.personAt(who);
    const block = blockOf(person, day);
    const stream = recordStream(who, crossing, isCopy);
    random.reset(seed, stream, salt.error);
    const errors = mix(seed, stream, salt.error + 1000) < spoilt ? spoil(block, pack, random) : [];
    const layout = layoutRandom(country, stream, fileNames.manual);
    rows += 1;
    at.onRecord({
      file: fileNames.manual,
      sheet: at.sheet,
      row: lines.length + 1,
      register: 'border_movement',
      sourceRecordId: String(rows),
      personId: person.id,
      crossingId: crossingId(person, crossing),
      isDuplicate: isCopy,
      errors,
    });
    if (isArrival) onPage.in += 1;
    else onPage.out += 1;
    const traveller = travellers[who];
    const purpose = (isArrival ? traveller?.purposeIn : traveller?.purposeOut) ?? '';
    const isRefused = fateIn(facts) === fate.refused;
    const stay = stayIn(facts);
    const age = Math.floor((day - person.birthDay) / 365.25);
    const asAge = layout.chance(0.06);
    lines.push([
      rows,
      layout.chance(0.55) ? dateCell(iso) : dayMonthYear(iso),
      layout.chance(0.1)
        ? null
        : `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}${layout.chance(0.2) ? 'h' : ':'}${String(minute % 60).padStart(2, '0')}`,
      anyOf(port?.spellings ?? [], layout),
      isArrival ? anyOf(['IN', 'In', 'Entry'], layout) : anyOf(['OUT', 'Out', 'Exit'], layout),
      `${block.surname.toUpperCase()} ${block.givenNames}`,
      block.sex === ''
        ? null
        : layout.chance(0.1)
          ? anyOf(block.sex === 'F' ? pack.words.female : pack.words.male, layout)
          : block.sex,
      asAge ? age : layout.chance(0.4) ? dayMonthYear(block.dateOfBirth) : dateCell(block.dateOfBirth),
      countryWords(country, block.nationality, layout, 0.15),
      anyOf(documentWords[block.documentType] ?? [''], layout),
      block.documentNumber,
      layout.chance(0.1) ? null : (modes[modeIn(facts)] ?? null),
      layout.chance(0.05) ? null : anyOf(pack.purposeWords[purpose] ?? [''], layout),
      layout.chance(0.3) || stay > 365 ? null : stay,
      isRefused ? 'Refused' : layout.chance(0.3) ? null : 'Admitted',
      layout.chance(0.02) ? 'no stamp' : null,
    ]);
    if (rows % pageSize === 0) endPage();
  };
  const endPage = (): void => {
    lines.push([`Total page ${page}`, null, null, null, `In ${onPage.in} / Out ${onPage.out}`, onPage.in + onPage.out]);
    onPage = { in: 0, out: 0 };
    page += 1;
  };
  for (let n = 0; n < table.length; n += 1) {
    const i = table.order[n] ?? 0;
    if (portIn(table.facts[i] ?? 0) !== at.portAt) continue;
    write(i, false);
    if (
      mix(seed, recordStream(table.person[i] ?? 0, table.crossing[i] ?? 0, false), salt.layout + 30) <
      copiedShare * 4294967296
    )
      write(i, true);
  }
  if (onPage.in + onPage.out > 0) endPage();
  lines.push(
    [],
    ['Note: where the day of birth is not known, the age is written.'],
    ['Note: days without entries are not listed.'],
  );
  return {
    sheet: makeSheet(lines, [
      [0, 0, 0, 15],
      [1, 0, 1, 15],
      [first, 0, first + 1, 0],
      [first, 1, first, 4],
      [first, 5, first, 8],
      [first, 9, first, 10],
      [first, 11, first, 15],
    ]),
    rows,
  };
}
