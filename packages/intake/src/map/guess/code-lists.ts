import { type ClassificationDeclaration, findCode } from '@leeto/registers';
import type { OpenedFile, RawTable } from '../../raw.ts';
import { cellText } from '../cell-text.ts';
import { headerForm } from '../header-form.ts';

/** "Codes with labels in a separate list": what the file's makers mean by their codes. */
export interface CodeList {
  /** Name of the file (or sheet) that it came from: says for which columns it is. */
  readonly name: string;
  readonly entries: ReadonlyMap<string, string>;
}

const codeHeaders = /^(code|codes|value|id|key|cod|kode)$/;
const labelHeaders = /^(label|labels|value|name|description|meaning|text|desc|title)$/;

/**
 * The code lists in a table; none where it is no such table. A list has two columns, codes all different and a label to
 * each; or three, the first saying for which column the code is.
 */
export async function readCodeLists(opened: Pick<OpenedFile, 'name'>, table: RawTable): Promise<readonly CodeList[]> {
  if (table.columns.length < 2 || table.columns.length > 4 || table.estimatedRows > 20_000) return [];
  const rows: (readonly (string | null)[])[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch.rows) rows.push(table.columns.map((column) => cellText(row[column.index])));
  }
  const name = table.sheet === '' ? opened.name : `${opened.name} ${table.sheet}`;
  const forms = table.columns.map((column) => headerForm(column.header));
  const [first = '', second = '', third = ''] = forms;
  if (/^(field|column|variable|list|classification)$/.test(first) && codeHeaders.test(second) && third !== '') {
    const groups = Map.groupBy(rows, (row) => row[0] ?? '');
    return [...groups].flatMap(([field, part]) =>
      toList(
        `${name} ${field}`,
        part.map((row) => [row[1] ?? null, row[2] ?? null]),
      ),
    );
  }
  const isNamed = (codeHeaders.test(first) || forms.length === 2) && labelHeaders.test(second);
  return isNamed
    ? toList(
        `${name} ${first}`,
        rows.map((row) => [row[0] ?? null, row[1] ?? null]),
      )
    : [];
}

function toList(name: string, rows: readonly (readonly [string | null, string | null])[]): readonly CodeList[] {
  const entries = new Map<string, string>();
  for (const [code, label] of rows) if (code !== null && label !== null) entries.set(code, label);
  const isList =
    entries.size >= 2 && entries.size >= rows.length * 0.95 && [...entries.keys()].every((code) => code.length <= 20);
  return isList ? [{ name, entries }] : [];
}

/** Share of a column's values that the list explains, and whether its name names the column. */
export function codeListFit(list: CodeList, header: string, values: ReadonlyMap<string, number>) {
  let known = 0;
  let total = 0;
  const codes = new Set([...list.entries.keys()].map((code) => code.toLowerCase()));
  for (const [text, count] of values) {
    total += count;
    if (codes.has(text.toLowerCase()) || codes.has(text.replace(/\.0$/, ''))) known += count;
  }
  const form = headerForm(header).replaceAll(' ', '');
  const isNamed =
    form.length >= 3 &&
    headerForm(list.name)
      .split(' ')
      .some((word) => word === form);
  return { share: total === 0 ? 0 : known / total, isNamed };
}

const unknownLabel = /\b(unknown|not reported|not stated|no country code|none|other)\b/i;

/** Their code → ours, by way of the label. `unresolved`: labels that are no spelling of any of our codes. */
export function resolveCodeList(list: CodeList, classification: ClassificationDeclaration) {
  const codes: Record<string, string | null> = {};
  const unresolved: string[] = [];
  for (const [code, label] of list.entries) {
    const found =
      spellingsOf(label)
        .map((spelling) => findCode(classification, spelling))
        .find((each) => each !== null) ?? findByWords(label, classification);
    if (found) codes[code] = found;
    else if (unknownLabel.test(label)) codes[code] = findCode(classification, '_U');
    else unresolved.push(`${code} (${label})`);
  }
  return { codes, unresolved };
}

/** A label, and what is left of it without the remarks that makers of lists add. */
function spellingsOf(label: string): readonly string[] {
  const bare = label.replace(/^(invalid|obsolete|deleted|old|formerly)\s*[:-]\s*/i, '').trim();
  const plain = bare
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const beforeRemark = plain
    .replace(/\s+(air sea|and not reported|\(should).*$/i, '')
    .replace(/,.*not reported.*$/i, '')
    .trim();
  const turned = /^([^,]+),\s*([^,]+)$/.exec(plain);
  const collapsed = plain.replace(/^collapsed\s+/i, '');
  return [
    label,
    bare,
    plain,
    beforeRemark,
    collapsed,
    turned ? `${turned[2]} ${turned[1]}` : plain,
    plain.split(',')[0] ?? plain,
  ];
}

const smallWords = new Set(
  'a an and as at be been by for from has have in is it its no not of on or the to was were with'.split(' '),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = headerForm(text)
    .split(' ')
    .filter((word) => !smallWords.has(word));
  return new Set(words.map((word) => word.replace(/(ed|s)$/, '')));
}

/** The code whose label shares most words with a wording, where half of them are shared and no other code comes near. */
function findByWords(label: string, classification: ClassificationDeclaration): string | null {
  if (classification.items.length > 60) return null;
  const wanted = wordsOf(label);
  const scored = classification.items
    .map((item) => ({
      code: item.code,
      score: Math.max(...[item.label.en, ...(item.aliases ?? [])].map((each) => overlap(wanted, wordsOf(each)))),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= 0.5 && best.score - (second?.score ?? 0) >= 0.15 ? best.code : null;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  const union = one.size + other.size - shared;
  return union === 0 ? 0 : shared / union;
}
