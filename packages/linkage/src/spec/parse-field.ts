import { levelsOf } from '../compare/choose-comparisons.ts';
import { KINDS, type KindAndPart, kindOfWord, partOfWord, wordForm } from './kind-words.ts';
import type { LinkField } from './link-spec.ts';
import { parseLevels } from './parse-levels.ts';
import { nearestWord, type SpecProblem } from './spec-problem.ts';

const KEYS = ['kind', 'part', 'column', 'columns', 'separator', 'order', 'levels'] as const;
const SYNONYMS: Readonly<Record<string, string>> = {
  type: 'kind',
  header: 'column',
  format: 'order',
  date_order: 'order',
  date_format: 'order',
  delimiter: 'separator',
  comparison: 'levels',
  comparison_levels: 'levels',
  description: '',
  comment: '',
  label: '',
};

/** Reads one field of a spec: an object, or a bare kind. Null, and a problem, where it can't be read. */
export function parseField(name: string, value: unknown, problems: SpecProblem[]): LinkField | null {
  const at = `fields.${name}`;
  const before = problems.length;
  const problem = (where: string, message: string) => problems.push({ at: where, message });
  const given: Record<string, unknown> = {};
  if (typeof value === 'string') given.kind = value;
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, own] of Object.entries(value)) {
      const form = wordForm(key);
      const known = (KEYS as readonly string[]).includes(form) ? form : SYNONYMS[form];
      if (known === undefined) {
        const near = nearestWord(form, KEYS);
        problem(
          `${at}.${key}`,
          `not known${near === '' ? '' : ` (did you mean "${near}"?)`}; accepted are ${KEYS.join(', ')}`,
        );
      } else if (known !== '' && own !== null) given[known] = own;
    }
  } else problem(at, 'a kind is wanted, such as "date", or an object with one: {"kind":"date"}');
  const kind = kindOf(name, given.kind);
  if (kind === undefined && problems.length === before) {
    const near = typeof given.kind === 'string' ? nearestWord(wordForm(given.kind), KINDS) : '';
    const said = given.kind === undefined ? 'a kind is missing' : `${JSON.stringify(given.kind)} is not a kind`;
    problem(
      `${at}.kind`,
      `${said}${near === '' ? '' : ` (did you mean "${near}"?)`}; accepted are ${KINDS.join(', ')}`,
    );
  }
  const part = kind === undefined ? undefined : partOf(name, kind, given.part);
  if (kind !== undefined && given.part !== undefined && part === undefined) {
    const accepted =
      kind.kind === 'date' ? 'year, month, day' : kind.kind === 'person_name' ? 'given, middle, family, full' : 'none';
    problem(`${at}.part`, `${JSON.stringify(given.part)} is not a part of a ${kind.kind}; accepted are ${accepted}`);
  }
  const columns = columnsOf(given, at, problems);
  const { separator } = given;
  if (separator !== undefined && (typeof separator !== 'string' || separator === ''))
    problem(`${at}.separator`, 'the sign between several values in one cell is wanted, such as ";"');
  const order = orderOf(given.order);
  if (order === null) problem(`${at}.order`, `${JSON.stringify(given.order)} is not an order; accepted are dmy, mdy`);
  if (kind === undefined || problems.length > before) return null;
  const compared: LinkField = { kind: kind.kind, ...(part === undefined ? {} : { part }) };
  const levels =
    given.levels === undefined ? undefined : levelsOfField(compared, given.levels, `${at}.levels`, problems);
  return {
    ...compared,
    ...(columns.length === 1 && columns[0] !== name ? { column: columns[0] as string } : {}),
    ...(columns.length > 1 ? { columns } : {}),
    ...(typeof separator === 'string' ? { separator } : {}),
    ...(order === undefined || order === null ? {} : { order }),
    ...(levels === undefined ? {} : { levels }),
  };
}

/** Levels given to a field, beside it or under "comparisons". */
export function levelsOfField(
  field: LinkField,
  value: unknown,
  at: string,
  problems: SpecProblem[],
): LinkField['levels'] {
  const { kind, part } = field;
  if (kind === 'person_name' && part === 'full') {
    problems.push({
      at,
      message:
        'a full name is compared as given names and a family name, each with its own levels: name the two as fields to choose levels',
    });
    return undefined;
  }
  const isGiven = kind === 'person_name' && (part === 'given' || part === 'middle');
  const names = isGiven ? { given: 'name', family: undefined } : { given: undefined, family: 'name' };
  const known = levelsOf('name', field, kind === 'person_name' ? names : { given: undefined, family: undefined });
  return parseLevels(
    value,
    { field, known: [...known.map(({ id }) => id), ...(isGiven ? ['swapped'] : [])], at },
    problems,
  );
}

/** A kind named; one that is missing follows from the field's own name where that says it. */
function kindOf(name: string, value: unknown): KindAndPart | undefined {
  if (value === undefined) return kindOfWord(name);
  return typeof value === 'string' ? kindOfWord(value) : undefined;
}

function partOf(name: string, kind: KindAndPart, value: unknown): LinkField['part'] {
  if (value !== undefined) return typeof value === 'string' ? partOfWord(value, kind.kind) : undefined;
  if (kind.part !== undefined || kind.kind !== 'person_name') return kind.part;
  const byName = kindOfWord(name);
  return byName?.kind === 'person_name' && byName.part !== undefined ? byName.part : 'full';
}

function columnsOf(
  { column, columns }: Readonly<Record<string, unknown>>,
  at: string,
  problems: SpecProblem[],
): readonly string[] {
  const given = columns ?? column;
  if (given === undefined) return [];
  const list = Array.isArray(given) ? given : [given];
  const isRead = list.length > 0 && list.every((own) => typeof own === 'string' && own.trim() !== '');
  if (!isRead) problems.push({ at: `${at}.column`, message: 'the header of a column is wanted, or a list of headers' });
  return isRead ? list.map((own: string) => own.trim()) : [];
}

/** `dmy`, `dd/mm/yyyy`, `%d/%m/%Y`; a year first needs no order. Null where it is none. */
function orderOf(value: unknown): 'dmy' | 'mdy' | undefined | null {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return null;
  const letters = value
    .toLowerCase()
    .replace(/[^dmy]/g, '')
    .replace(/(.)\1+/g, '$1');
  if (letters === 'dmy' || letters === 'mdy') return letters;
  return letters.startsWith('y') ? undefined : null;
}
