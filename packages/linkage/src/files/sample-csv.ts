import type { ClericalSample } from '../evaluate/clerical-sample.ts';
import type { LinkResult } from '../link-result.ts';
import { makeRandom } from '../random.ts';
import { type FieldColumn, NOT_STATED } from '../records/record-set.ts';

/**
 * A sample as a table for a person to fill in: `verdict` (blank), the two records' sources and ids, each field's two normal values side by
 * side, and how many pairs are in the row's band. In an order drawn at random and without the weight, so that the model's opinion does
 * not become the person's. It holds personal data.
 */
export function sampleCsv({ records, entries }: LinkResult, { pairs, strata }: ClericalSample, seed = 1): string {
  const header = [
    'verdict',
    'left_source',
    'left_id',
    'right_source',
    'right_id',
    ...records.fields.flatMap(({ name }) => [`${name} (left)`, `${name} (right)`]),
    'pairs_in_band',
  ];
  const rows = shuffled(pairs, seed).map(({ left, right, stratum }) => {
    const [a, b] = [entries.firstOf[left] as number, entries.firstOf[right] as number];
    const ref = (record: number) => [
      records.sources[records.sourceOf[record] as number]?.name ?? '',
      records.idOf(record),
    ];
    return [
      '',
      ...ref(a),
      ...ref(b),
      ...records.fields.flatMap((field) => [valuesOf(field, a), valuesOf(field, b)]),
      String(strata[stratum]?.pairs ?? 0),
    ];
  });
  return `${[header, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}

function valuesOf(column: FieldColumn, record: number): string {
  const { pool, field, further } = column;
  const first = column.valueOf[record] as number;
  if (first === NOT_STATED) return '';
  const more = further?.values.subarray(further.starts[record], further.starts[record + 1]) ?? [];
  const texts = [first, ...more].map((value) => pool.textOf(value));
  return (field.kind === 'date' ? texts.map(dateText) : texts).join('; ');
}

/** 19870513 → 1987-05-13; what is not known is left out. */
function dateText(text: string): string {
  const digits = text.padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  return parts.map((part, at) => (Number(part) === 0 ? (at === 0 ? '????' : '??') : part)).join('-');
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = makeRandom(seed);
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
