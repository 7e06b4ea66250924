import type { Catalogue, FieldDeclaration, Kind } from '@leeto/registers';
import { readNumber } from '../codecs/read-number.ts';
import { findSex, isNullWord } from '../codecs/words.ts';
import { decideDateOrder } from './date-order.ts';
import { maskExample } from './mask-example.ts';
import { shareRead } from './match-fields.ts';
import type { ColumnSample } from './sample-table.ts';

/** What a column holds. Shares from 0 to 1, of the rows looked at. */
export interface ColumnInspection {
  readonly header: string;
  readonly headerParts: readonly string[];
  /** Field of the proposed mapping that is read from it. */
  readonly field: string | null;
  /** Kinds that its values can be read as, likeliest first, and why. */
  readonly kinds: readonly { readonly kind: Kind; readonly share: number; readonly because: string }[];
  readonly missing: number;
  readonly distinct: number;
  /** Whether there are more different values than were counted. */
  readonly hasMore: boolean;
  /** The most frequent values; those that could name a person are masked (letters `x`, digits `9`). */
  readonly examples: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Numbers more than four quartile ranges away from the middle half. */
  readonly outliers: readonly string[];
}

interface ColumnContext {
  readonly field: FieldDeclaration | null;
  readonly catalogue: Catalogue;
  readonly latestYear: number;
}

/** Says what a column holds: kinds, missing values, outliers, examples. */
export function inspectColumn(sample: ColumnSample, context: ColumnContext): ColumnInspection {
  const kinds = guessKinds(sample, context);
  const numbers = numbersOf(sample);
  const outliers = findOutliers(numbers);
  const isPersonal = context.field ? context.field.personal !== undefined : couldNamePersons(sample, kinds);
  const examples = [...sample.values.entries()].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const blankWords = [...sample.values].filter(([text]) => isNullWord(text)).reduce((sum, [, count]) => sum + count, 0);
  return {
    header: sample.column.header,
    headerParts: sample.column.headerParts,
    field: context.field?.name ?? null,
    kinds,
    missing: sample.rows === 0 ? 0 : (sample.blank + blankWords) / sample.rows,
    distinct: sample.values.size,
    hasMore: sample.hasMore,
    examples: examples.map(([text]) => (isPersonal ? maskExample(text) : text.slice(0, 80))),
    minimum: numbers[0] ?? null,
    maximum: numbers.at(-1) ?? null,
    outliers: isPersonal ? [] : outliers.map(String),
  };
}

function guessKinds(sample: ColumnSample, { field, catalogue, latestYear }: ColumnContext): ColumnInspection['kinds'] {
  const found: { kind: Kind; share: number; because: string }[] = [];
  const add = (kind: Kind, share: number, because: string): void => {
    if (share >= 0.5) found.push({ kind, share, because: `${Math.round(share * 100)} % ${because}` });
  };
  const texts = [...sample.values].slice(0, 500);
  const total = texts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return [];
  const share = (test: (text: string) => boolean): number =>
    texts.reduce((sum, [text, count]) => sum + (test(text) ? count : 0), 0) / total;
  if (field) add(field.kind, shareOfField(sample, field, catalogue, latestYear), `can be read as ${field.label.en}`);
  const order = decideDateOrder(sample.values, latestYear);
  if (order)
    add('date', order.share, `are dates (${order.forms.join(', ') || 'year first or with the month in words'})`);
  add(
    'sex',
    share((text) => findSex(text) !== undefined && Number.isNaN(Number(text))),
    'are words for a sex',
  );
  const countries = catalogue.classifications.get('country');
  if (countries)
    add('country', shareOfField(sample, probe('country', 'country'), catalogue, latestYear), 'are countries');
  add(
    'year',
    share((text) => /^(19|20)\d\d(\.0)?$/.test(text)),
    'are years',
  );
  add(
    'integer',
    share((text) => /^-?\d+$/.test(readNumber(text, '.')?.text ?? '')),
    'are whole numbers',
  );
  add(
    'decimal',
    share((text) => readNumber(text, '.') !== null),
    'are numbers',
  );
  add(
    'email',
    share((text) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text)),
    'are e-mail addresses',
  );
  add(
    'phone',
    share((text) => /^\+\d[\d ()-]{6,}$/.test(text)),
    'are telephone numbers',
  );
  add(
    'document_number',
    share((text) => /^(?=.*\d)[A-Z]{1,3}\s?\d{5,9}$/i.test(text)),
    'look like document numbers',
  );
  if (found.length === 0) found.push({ kind: 'text', share: 1, because: 'no other kind reads most of it' });
  return found.sort((a, b) => b.share - a.share);
}

const probe = (kind: Kind, classification: string): FieldDeclaration => ({
  name: 'probe',
  kind,
  label: { en: '' },
  description: { en: '' },
  classification,
});

function shareOfField(sample: ColumnSample, field: FieldDeclaration, catalogue: Catalogue, latestYear: number): number {
  const dates = decideDateOrder(sample.values, latestYear)?.forms ?? [];
  return shareRead(field, sample, { dates }, { catalogue, latestYear });
}

/** A column that nobody has named is masked where its values could be names or numbers of persons. */
function couldNamePersons(sample: ColumnSample, kinds: ColumnInspection['kinds']): boolean {
  if (kinds.some((each) => each.kind === 'email' || each.kind === 'phone' || each.kind === 'document_number'))
    return true;
  const isMostlyDifferent = sample.values.size > Math.max(20, (sample.rows - sample.blank) * 0.5);
  return isMostlyDifferent && !kinds.some((each) => each.kind === 'decimal' || each.kind === 'date');
}

function numbersOf(sample: ColumnSample): number[] {
  const numbers: number[] = [];
  for (const text of sample.values.keys()) {
    const number = readNumber(text, '.');
    if (number !== null) numbers.push(Number(number.text));
  }
  return numbers.length < sample.values.size / 2 ? [] : numbers.sort((a, b) => a - b);
}

function findOutliers(sorted: readonly number[]): readonly number[] {
  if (sorted.length < 20) return [];
  const low = sorted[Math.floor(sorted.length * 0.25)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
  const range = (high - low) * 4;
  if (range === 0) return [];
  return sorted.filter((each) => each < low - range || each > high + range).slice(-5);
}
