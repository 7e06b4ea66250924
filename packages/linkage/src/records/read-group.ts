import {
  foldText,
  isNotStated,
  readAddress,
  readCountry,
  readDate,
  readDocumentNumber,
  readEmail,
  readNumber,
  readPersonName,
  readPhone,
  readPlace,
  readPostcode,
  readSex,
  readWords,
  splitFullName,
} from '../normalise/index.ts';
import type { LinkKind, LinkSpec } from '../spec/link-spec.ts';
import type { FieldGroup } from './field-groups.ts';

/**
 * Normal values of a group's cells, ASCII, none where nothing is stated. Several where a cell holds several (`separator`).
 * Dates are `YYYYMMDD` with zeros for what is not known; e-mail addresses `user@host`.
 */
export function readGroup(group: FieldGroup, spec: LinkSpec, cells: readonly string[]): readonly string[] {
  const { field } = group;
  if (cells.every((cell) => cell === '')) return [];
  if (field.kind === 'person_name' && field.part !== undefined) return readNames(group, cells);
  if (field.kind === 'date' && group.members.length >= 1 && spec.fields[group.members[0] ?? '']?.part !== undefined) {
    const parts = { year: '', month: '', day: '' };
    for (const [i, member] of group.members.entries()) {
      const part = spec.fields[member]?.part;
      if (part === 'year' || part === 'month' || part === 'day') parts[part] = cells[i]?.trim() ?? '';
    }
    return some(dateOfParts(parts));
  }
  return valuesIn(cells[0] ?? '', field.separator).flatMap((text) => some(readers[field.kind](text, field.order)));
}

function readNames(group: FieldGroup, cells: readonly string[]): readonly string[] {
  const part = group.field.part === 'family' ? 'family' : 'given';
  if (group.field.separator !== undefined) {
    return cells.flatMap((cell) =>
      valuesIn(cell, group.field.separator).flatMap((text) => some(nameOf(text, part, group.half))),
    );
  }
  const words = cells.flatMap((cell) => some(nameOf(cell, part, group.half)));
  return words.length === 0 ? [] : [[...new Set(words.join(' ').split(' '))].join(' ')];
}

function nameOf(text: string, part: 'given' | 'family', half: FieldGroup['half']): string | null {
  const own = half === undefined ? text : splitFullName(text)[half];
  return readPersonName(own, part)?.text ?? null;
}

function dateOfParts(parts: { year: string; month: string; day: string }): string | null {
  const number = (text: string, most: number) => {
    const value = Number(text);
    return Number.isInteger(value) && value > 0 && value <= most ? value : 0;
  };
  const year = number(parts.year, 2200);
  const month = number(parts.month, 12);
  const day = number(parts.day, 31);
  return year === 0 && month === 0 && day === 0 ? null : dateText({ year, month, day });
}

function dateText(date: { year: number; month: number; day: number }): string {
  return `${String(date.year).padStart(4, '0')}${String(date.month).padStart(2, '0')}${String(date.day).padStart(2, '0')}`;
}

const readers: Readonly<Record<LinkKind, (text: string, order?: 'dmy' | 'mdy') => string | null>> = {
  person_name: (text) => readPersonName(text, 'full')?.text ?? null,
  date: (text, order) => {
    const date = readDate(text, order === undefined ? {} : { order });
    return date === null ? null : dateText(date);
  },
  sex: (text) => readSex(text),
  country: (text) => readCountry(text) ?? wordsOf(text),
  document_number: (text) => readDocumentNumber(text),
  identifier: (text) => readDocumentNumber(text),
  phone: (text) => readPhone(text),
  email: (text) => {
    const email = readEmail(text);
    return email === null ? null : `${email.user}@${email.host}`;
  },
  place: (text) => readPlace(text),
  address: (text) => readAddress(text),
  postcode: (text) => readPostcode(text),
  code: wordsOf,
  text: (text) => readWords(text),
  number: (text) => {
    const value = readNumber(text);
    return value === null ? null : String(value);
  },
};

function wordsOf(text: string): string | null {
  const folded = foldText(text);
  return folded === '' || isNotStated(folded, 'other') ? null : folded;
}

function valuesIn(cell: string, separator: string | undefined): readonly string[] {
  return separator === undefined ? [cell] : cell.split(separator);
}

function some(value: string | null): readonly string[] {
  return value === null || value === '' ? [] : [value];
}
