import type { LevelTest } from '../compare/comparison.ts';
import { wordForm } from './kind-words.ts';
import type { LevelChoice } from './level-choice.ts';
import { levelTests, testsOf } from './level-tests.ts';
import type { LinkField } from './link-spec.ts';
import { nearestWord, type SpecProblem } from './spec-problem.ts';

const MOST_LEVELS = 15;

/**
 * Reads the levels that a spec gives a field: ids of the kind's own (`"exact"`, `"sound"`), tests (`{"test":"jaro_winkler","atLeast":0.95}`, or
 * short `{"jaro_winkler":0.95}`), from best to worst. `exact` and `else` stand at the ends, written or not. Undefined, and problems, where
 * they can't be read.
 */
export function parseLevels(
  value: unknown,
  { field, known, at }: { readonly field: LinkField; readonly known: readonly string[]; readonly at: string },
  problems: SpecProblem[],
): readonly LevelChoice[] | undefined {
  const before = problems.length;
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list) || list.length === 0) {
    const message = `a list of levels is wanted, from best to worst, such as ${JSON.stringify(known)}`;
    problems.push({ at, message });
    return undefined;
  }
  const levels = list.flatMap((own, index) => parseLevel(own, field, known, `${at}[${index}]`, problems) ?? []);
  if (problems.length > before) return undefined;
  const middle = levels.filter((level) => idOf(level) !== 'exact' && idOf(level) !== 'else');
  const ids = levels.map(idOf);
  const problem = (message: string) => problems.push({ at, message });
  if (ids.indexOf('exact') > 0) problem('"exact" is the best level and must be the first');
  if (ids.includes('else') && ids.indexOf('else') < ids.length - 1)
    problem('"else" holds always and must be the last: no level after it is ever reached');
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) problem(`"${twice}" stands twice`);
  if (middle.length + 2 > MOST_LEVELS)
    problem(`${middle.length + 2} levels, with "exact" and "else"; ${MOST_LEVELS} are the most`);
  const hidden = unreached(middle);
  if (hidden !== undefined) problem(hidden);
  return problems.length > before ? undefined : ['exact', ...middle, 'else'];
}

function idOf(level: LevelChoice): string {
  return typeof level === 'string' ? level : level.id;
}

function parseLevel(
  value: unknown,
  field: LinkField,
  known: readonly string[],
  at: string,
  problems: SpecProblem[],
): LevelChoice | undefined {
  const { kind } = field;
  if (typeof value === 'string') {
    const id = wordForm(value);
    if (known.includes(id)) return id;
    const test = levelTests[id as keyof typeof levelTests];
    if (test?.kinds.includes(kind)) return parseLevel({ test: id }, field, known, at, problems);
    const near = nearestWord(id, [...known, ...testsOf(kind)]);
    problems.push({
      at,
      message: `"${value}" is no level of a ${kind}${near === '' ? '' : ` (did you mean "${near}"?)`}; its own are ${known.join(', ')}; tests are ${testsOf(kind).join(', ')}`,
    });
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push({
      at,
      message: 'a level is wanted: its name, or a test such as {"test":"jaro_winkler","atLeast":0.9}',
    });
    return undefined;
  }
  const { id, label, m, initialM, description, ...rest } = value as Readonly<Record<string, unknown>>;
  const test = parseTest(rest, field, at, problems);
  const share = m ?? initialM;
  if (share !== undefined && !(typeof share === 'number' && share > 0 && share < 1)) {
    problems.push({ at: `${at}.m`, message: 'a probability between 0 and 1 is wanted' });
    return undefined;
  }
  if (test === undefined) return undefined;
  if (test.is === 'equal') return 'exact';
  if (test.is === 'else') return 'else';
  const words = typeof label === 'string' ? { en: label } : isText(label) ? label : undefined;
  return {
    id: typeof id === 'string' && id.trim() !== '' ? wordForm(id) : nameOf(test),
    ...(words === undefined ? {} : { label: words }),
    test,
    ...(typeof share === 'number' ? { m: share } : {}),
  };
}

function isText(value: unknown): value is { readonly en: string; readonly st?: string } {
  return typeof value === 'object' && value !== null && typeof (value as { en?: unknown }).en === 'string';
}

/** `{"test":"jaro_winkler","atLeast":0.9}`, `{"test":{"is":…}}`, `{"is":…}` or `{"jaro_winkler":0.9}`. */
function parseTest(
  value: Readonly<Record<string, unknown>>,
  field: LinkField,
  at: string,
  problems: SpecProblem[],
): LevelTest | undefined {
  const { test, is, ...rest } = value;
  if (typeof test === 'object' && test !== null)
    return parseTest(test as Readonly<Record<string, unknown>>, field, at, problems);
  const [short] = Object.entries(rest);
  const given = test ?? is ?? short?.[0];
  const problem = (where: string, message: string): undefined => {
    problems.push({ at: where, message });
  };
  const name = typeof given === 'string' ? wordForm(given) : '';
  if (name === 'any' && Array.isArray(rest.of)) {
    const of = rest.of.flatMap((own, index) => parseTest(own, field, `${at}.of[${index}]`, problems) ?? []);
    return of.length === rest.of.length && of.length > 0 ? { is: 'any', of } : undefined;
  }
  if (name === 'swapped_with') {
    const isName = field.kind === 'person_name' && field.part === 'given';
    if (isName && typeof rest.field === 'string') return { is: 'swapped_with', field: rest.field };
    return problem(at, '"swapped_with" is for given names, and names the "field" of the family name');
  }
  const known = levelTests[name as keyof typeof levelTests];
  if (known === undefined || !known.kinds.includes(field.kind)) {
    const why = known === undefined ? 'is not a test' : `says nothing of a ${field.kind}`;
    const near = known === undefined ? nearestWord(name, testsOf(field.kind)) : '';
    const shown = typeof given === 'string' ? `"${given}"` : 'it';
    return problem(
      at,
      `${shown} ${why}${near === '' ? '' : ` (did you mean "${near}"?)`}; for a ${field.kind} there are ${testsOf(field.kind).join(', ')}`,
    );
  }
  const { argument } = known;
  const isOnFirst = rest.on === 'first_word' && name === 'one_edit' ? { on: 'first_word' } : {};
  if (argument === undefined) return { is: name } as LevelTest;
  const number =
    rest[argument.name] ?? (test === undefined && is === undefined ? short?.[1] : undefined) ?? argument.otherwise;
  const isRead =
    typeof number === 'number' &&
    number >= argument.least &&
    number <= argument.most &&
    (!argument.isWhole || Number.isInteger(number));
  if (!isRead)
    return problem(
      at,
      `"${name}" wants "${argument.name}", a ${argument.isWhole ? 'whole number' : 'number'} from ${argument.least} to ${argument.most}${number === undefined ? '' : `; it is ${JSON.stringify(number)}`}`,
    );
  return { is: name, [argument.name]: number, ...isOnFirst } as LevelTest;
}

/** `jaro_winkler_0_95`. */
function nameOf(test: LevelTest): string {
  const { is, ...rest } = test;
  const numbers = Object.values(rest).filter((own) => typeof own === 'number' || typeof own === 'string');
  return wordForm([is, ...numbers].join('_').replaceAll('.', '_'));
}

/** A stricter level below a looser one of the same test is never reached. */
function unreached(levels: readonly LevelChoice[]): string | undefined {
  let loosest = 1;
  for (const level of levels) {
    if (typeof level === 'string' || level.test.is !== 'jaro_winkler') continue;
    if (level.test.atLeast >= loosest)
      return `"jaro_winkler" at ${level.test.atLeast} stands below one at ${loosest} and is never reached: the strictest first`;
    loosest = level.test.atLeast;
  }
  return undefined;
}
