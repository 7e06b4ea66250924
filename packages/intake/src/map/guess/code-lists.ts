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

/** The table as a code list, or null where it is none: two columns, codes all different, labels to most. */
export async function readCodeList(opened: Pick<OpenedFile, 'name'>, table: RawTable): Promise<CodeList | null> {
  if (table.columns.length < 2 || table.columns.length > 4) return null;
  const [code, label] = table.columns;
  if (!code || !label) return null;
  const isNamed = codeHeaders.test(headerForm(code.header)) && labelHeaders.test(headerForm(label.header));
  if (!isNamed && table.columns.length !== 2) return null;
  const entries = new Map<string, string>();
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch.rows) {
      rows += 1;
      if (rows > 20_000) return null;
      const key = cellText(row[code.index]);
      const text = cellText(row[label.index]);
      if (key !== null && text !== null) entries.set(key, text);
    }
  }
  const isList = entries.size >= 2 && entries.size >= rows * 0.95;
  return isList ? { name: table.sheet === '' ? opened.name : `${opened.name} ${table.sheet}`, entries } : null;
}

/** Share of a column's values that the list explains, and whether its name names the column. */
export function codeListFit(list: CodeList, header: string, values: ReadonlyMap<string, number>) {
  let known = 0;
  let total = 0;
  for (const [text, count] of values) {
    total += count;
    if (list.entries.has(text) || list.entries.has(text.replace(/\.0$/, ''))) known += count;
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
    const found = spellingsOf(label)
      .map((spelling) => findCode(classification, spelling))
      .find((each) => each !== null);
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
