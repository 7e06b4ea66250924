import { type FieldColumn, NOT_STATED, type RecordSet } from '../records/record-set.ts';

export type Groupings = Readonly<Record<string, (record: number) => string | null>>;

/** Groups of a nationality or a script that so few records are in say nothing, and stand together. */
const LEAST_RECORDS = 20;
const MOST_GROUPS = 12;

/**
 * Groups by which errors are told, as far as the records state what they go by: sex, age (decade of birth), nationality, what is not
 * stated, how many fields are not, and the script of the name where it is known (`scriptOf`; the normal values are all Latin). A
 * grouping with one group alone is left out: there is nobody else to compare it with.
 */
export function recordGroupings(
  records: Pick<RecordSet, 'size' | 'fields' | 'sources' | 'sourceOf'>,
  scriptOf?: (record: number) => string | null,
): Groupings {
  const { fields, size } = records;
  const first = (test: (field: FieldColumn) => boolean) => fields.find(test);
  const sex = first(({ field }) => field.kind === 'sex');
  const born = first(({ field, name }) => field.kind === 'date' && !/issu|expir|permit|visa/i.test(name));
  const nationality = first(({ field, name }) => field.kind === 'country' && !/issu|document|passport/i.test(name));
  const named: (readonly [string, (record: number) => string | null])[] = [];
  const value = (field: FieldColumn, read: (text: string) => string | null) => {
    const texts = Array.from({ length: field.pool.count }, (_, at) => read(field.pool.textOf(at)));
    return (record: number) => {
      const at = field.valueOf[record] as number;
      return at === NOT_STATED ? null : (texts[at] ?? null);
    };
  };
  if (records.sources.length > 1)
    named.push(['source', (record) => records.sources[records.sourceOf[record] as number]?.name ?? null]);
  if (sex !== undefined) named.push([sex.name, value(sex, (text) => text)]);
  if (born !== undefined) named.push([born.name, value(born, decadeOf)]);
  if (nationality !== undefined)
    named.push([
      nationality.name,
      largest(
        size,
        value(nationality, (text) => text),
      ),
    ]);
  if (scriptOf !== undefined) named.push(['script', largest(size, scriptOf)]);
  if (fields.length > 1)
    named.push([
      'not_stated',
      (record) => missingWords(fields.filter((field) => field.valueOf[record] === NOT_STATED).length),
    ]);
  for (const field of fields)
    named.push([`without:${field.name}`, (record) => (field.valueOf[record] === NOT_STATED ? field.name : null)]);
  return Object.fromEntries(named.filter(([name, groupOf]) => isTelling(size, name, groupOf)));
}

function decadeOf(date: string): string | null {
  const year = Number(date.slice(0, 4));
  return year === 0 ? null : `${Math.floor(year / 10) * 10}–${Math.floor(year / 10) * 10 + 9}`;
}

function missingWords(missing: number): string {
  return missing >= 3 ? '3+' : String(missing);
}

/** The larger groups by themselves, the others as one. */
function largest(size: number, groupOf: (record: number) => string | null): (record: number) => string | null {
  const counts = new Map<string, number>();
  for (let record = 0; record < size; record += 1) {
    const group = groupOf(record);
    if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const kept = new Set(
    [...counts]
      .filter(([, count]) => count >= LEAST_RECORDS)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_GROUPS)
      .map(([group]) => group),
  );
  return (record) => {
    const group = groupOf(record);
    return group === null || kept.has(group) ? group : '*';
  };
}

/** Two groups at least, or one with enough records in it and outside it to compare. */
function isTelling(size: number, name: string, groupOf: (record: number) => string | null): boolean {
  const seen = new Set<string | null>();
  let within = 0;
  for (let record = 0; record < size; record += 1) {
    const group = groupOf(record);
    seen.add(group);
    if (group !== null) within += 1;
    if (!name.startsWith('without:') && seen.size > 2) return true;
  }
  if (name.startsWith('without:')) return within >= LEAST_RECORDS && within <= size - LEAST_RECORDS;
  seen.delete(null);
  return seen.size > 1;
}
