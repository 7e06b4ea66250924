import { createHmac } from 'node:crypto';
import type { Catalogue, FieldDeclaration, Kind, Reading } from '@leeto/registers';
import { compileFieldCheck } from '@leeto/registers';
import type { RawCell } from '../raw.ts';
import { cellText } from './cell-text.ts';
import type { Codec, Otherwise } from './codec.ts';
import { codecs, type ReadingContext } from './codecs/codecs.ts';
import { takeName } from './codecs/read-name.ts';
import { fromNumber, readNumber } from './codecs/read-number.ts';
import { isNullWord } from './codecs/words.ts';
import type { Mapping } from './mapping.ts';

export interface ReadingOptions {
  readonly catalogue: Catalogue;
  readonly mapping: Pick<Mapping, 'nulls' | 'decimalMark' | 'codeLists'>;
  /** Two-digit years later than this are of the century before; the current year for things that have happened. */
  readonly latestYear: number;
  /** Key of the hash for `pseudonymise`. */
  readonly pseudonymKey?: string;
}

export type ValueReading = (cell: RawCell) => Reading;

const notStated: Reading = { ok: true, value: null };

/** Kinds whose lenient reading accepts any text: words for "not stated" must be looked for before it. */
const openKinds: ReadonlySet<Kind> = new Set([
  'text',
  'long_text',
  'person_name',
  'identifier',
  'document_number',
  'email',
  'phone',
]);

/** Compiles field and codec to a reading from a cell to its canonical form, remembered per value within bounds. */
export function compileReading(field: FieldDeclaration, codec: Codec, options: ReadingOptions): ValueReading {
  return remember(compileSteps(field, codec, options));
}

function compileSteps(field: FieldDeclaration, codec: Codec, options: ReadingOptions): ValueReading {
  const { mapping, catalogue } = options;
  const context: ReadingContext = {
    field,
    classification:
      field.classification === undefined ? null : (catalogue.classifications.get(field.classification) ?? null),
    dates: codec.dates ?? [],
    decimalMark: codec.decimalMark ?? mapping.decimalMark,
    latestYear: options.latestYear,
  };
  const extract = codec.extract === undefined ? null : new RegExp(codec.extract, 'iu');
  const nulls = new Set([...mapping.nulls, ...(codec.nulls ?? [])].map((each) => each.trim().toLowerCase()));
  const codes = codesOf(codec, mapping);
  const lenient = codecs[field.kind];
  const check = compileFieldCheck(field, catalogue);
  const isOpen = openKinds.has(field.kind) || (field.kind === 'place' && context.classification === null);
  return (cell) => {
    let text = cellText(cell);
    if (text !== null && extract) text = firstGroup(extract.exec(text));
    if (text === null || (nulls.size > 0 && nulls.has(text.toLowerCase()))) return notStated;
    if (codes) {
      const known = codes.get(text.toLowerCase()) ?? codes.get(wholeNumber(text));
      if (known === null) return notStated;
      if (known !== undefined) text = known;
      else if (codec.otherwise === undefined || codec.otherwise === 'refuse') {
        return isNullWord(text) ? notStated : unknownCode(text, codes);
      } else if (codec.otherwise !== 'read' && !codec.otherwise.afterReading) {
        return isNullWord(text) ? notStated : taken(codec.otherwise);
      }
    }
    if (isOpen && isNullWord(text) && !(field.kind === 'person_name' && text.toLowerCase() === 'na')) return notStated;
    if (codec.take) text = takeName(text, codec.nameOrder ?? 'surname_given', codec.take);
    if (text === '') return notStated;
    if (codec.multiply !== undefined || codec.round !== undefined) text = scaled(text, codec, context.decimalMark);
    const read = lenient(text, context);
    if (!read.ok && isNullWord(text)) return notStated;
    if (!read.ok && typeof codec.otherwise === 'object') return taken(codec.otherwise);
    if (!read.ok) return read;
    return finish(read, codec, options, check);
  };
}

function finish(
  read: Extract<Reading, { ok: true }>,
  codec: Codec,
  options: ReadingOptions,
  check: (value: string) => Reading,
): Reading {
  let value = read.value;
  if (value === null) return notStated;
  if (codec.pseudonymise) value = pseudonym(value, options.pseudonymKey);
  const checked = check(value);
  if (!checked.ok || read.doubt === undefined) return checked;
  return { ok: true, value: checked.value, doubt: read.doubt };
}

/** Numbers are scaled before they are read, as thousands with decimals are whole persons. */
function scaled(text: string, codec: Codec, decimalMark: '.' | ','): string {
  const number = readNumber(text, decimalMark);
  if (number === null) return text;
  const product = Number(number.text) * (codec.multiply ?? 1);
  const result = fromNumber(codec.round === undefined ? product : Number(product.toFixed(codec.round)));
  return decimalMark === ',' ? result.replace('.', ',') : result;
}

function pseudonym(value: string, key: string | undefined): string {
  if (key === undefined) throw new Error('The mapping asks for pseudonyms; give readCandidates a pseudonymKey.');
  return createHmac('sha256', key).update(value).digest('hex').slice(0, 20).toUpperCase();
}

function taken({ take, isUsual }: Otherwise): Reading {
  return isUsual ? { ok: true, value: take } : { ok: true, value: take, doubt: 'not_in_list' };
}

/** Codes come as numbers with a decimal from systems that keep every number so: `2.0` is the code 2. */
const wholeNumber = (text: string): string => text.replace(/^(\d+)\.0+$/, '$1');

const firstGroup = (match: RegExpExecArray | null): string | null =>
  match ? (match[1] ?? match[0]).trim() || null : null;

function codesOf(codec: Codec, mapping: ReadingOptions['mapping']): ReadonlyMap<string, string | null> | null {
  const list = codec.codeList === undefined ? undefined : mapping.codeLists[codec.codeList];
  if (codec.codes === undefined && list === undefined) return null;
  const entries = [...Object.entries(list ?? {}), ...Object.entries(codec.codes ?? {})];
  return new Map(entries.map(([code, value]) => [code.trim().toLowerCase(), value]));
}

function unknownCode(text: string, codes: ReadonlyMap<string, string | null>): Reading {
  const shown = [...codes.keys()].slice(0, 12).join(', ');
  return {
    ok: false,
    code: 'unknown_code',
    hint: `a code of the file's own list (${shown}${codes.size > 12 ? ' …' : ''}); "${text}" is not in it`,
  };
}

const mostRemembered = 4_096;
const triedBeforeGivingUp = 2_000;

/**
 * Remembers readings by cell, as values repeat down a column, most of all from one row to the next; gives the memory up where
 * they do not (names, numbers).
 */
function remember(read: ValueReading): ValueReading {
  let known: Map<RawCell, Reading> | null = new Map();
  let last: RawCell = null;
  let lastReading: Reading = notStated;
  let misses = 0;
  let asked = 0;
  return (cell) => {
    if (cell === null) return notStated;
    if (cell === last) return lastReading;
    if (known === null) return read(cell);
    asked += 1;
    let reading = known.get(cell);
    if (reading === undefined) {
      misses += 1;
      reading = read(cell);
      if (misses > triedBeforeGivingUp && misses * 5 > asked) {
        known = null;
        return reading;
      }
      if (known.size >= mostRemembered) known.clear();
      known.set(cell, reading);
    }
    last = cell;
    lastReading = reading;
    return reading;
  };
}
