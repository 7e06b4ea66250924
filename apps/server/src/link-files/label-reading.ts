import { LinkProblem, type RecordSet } from '@leeto/linkage';

/** Number of a record; -1 unknown, -2 not to be told apart. */
export type RecordFinder = (source: string | null, id: string) => number;

/** Record by source and id; without a known source the id alone, where one record has it. */
export function makeRecordFinder(records: RecordSet): RecordFinder {
  const bySource = records.sources.map(() => new Map<string, number>());
  for (let record = 0; record < records.size; record += 1)
    bySource[records.sourceOf[record] as number]?.set(records.idOf(record), record);
  const names = new Map(
    records.sources.flatMap(({ name }, index) => [
      [name, index],
      [name.replace(/\.[a-z0-9.]+$/i, ''), index],
    ]),
  );
  return (source, id) => {
    const own = source === null ? undefined : (names.get(source) ?? names.get(source.replace(/\.[a-z0-9.]+$/i, '')));
    if (own !== undefined) return bySource[own]?.get(id) ?? -1;
    const found = bySource.flatMap((ids) => ids.get(id) ?? []);
    return found.length === 1 ? (found[0] as number) : found.length === 0 ? -1 : -2;
  };
}

const SAME = /^(y|yes|true|t|match|same|m|same person|one person|ee|e)$/i;
const NOT_THE_SAME =
  /^(n|no|false|f|non-? ?match|no match|not? ?(the )?same( person)?|different|differ|two persons|u|che)$/i;
const UNSURE = /^(unsure|\?+|maybe|possible|possibly|potential|don'?t know|unknown|doubt|in doubt|p|uncertain)$/i;

/** What a person said of a pair: 1 one person, 0 two persons, or between the two; null for "unsure" and a blank. */
export function verdictOf(text: string | null): number | null | 'unreadable' {
  if (text === null) return null;
  const words = text
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/[.!]+$/, '')
    .trim();
  if (words === '' || UNSURE.test(words)) return null;
  if (SAME.test(words)) return 1;
  if (NOT_THE_SAME.test(words)) return 0;
  const number = Number(words.replace(',', '.'));
  return Number.isNaN(number) ? 'unreadable' : number;
}

/** Keeps account of what could not be used of a file of labels. */
export class LabelReading {
  readonly #file: string;
  readonly #blank: string;
  readonly #unknown: number[] = [];
  readonly #unclear: number[] = [];
  readonly #unreadable: number[] = [];
  #unanswered = 0;
  #rows = 0;

  /** `blank` says what a row lacks whose answer is not there. */
  constructor(file: string, blank: string) {
    this.#file = file;
    this.#blank = blank;
  }

  /** Whether the records of a row are known; notes the row where they are not. */
  areKnown(row: number, ...records: readonly number[]): boolean {
    this.#rows += 1;
    if (records.includes(-1)) this.#unknown.push(row);
    else if (records.includes(-2)) this.#unclear.push(row);
    return records.every((record) => record >= 0);
  }

  unreadable(row: number): void {
    this.#unreadable.push(row);
  }

  unanswered(): void {
    this.#unanswered += 1;
  }

  /** No id in them: notices stand in the report. */
  notices(): readonly string[] {
    const told = (rows: readonly number[], what: string, end: string) =>
      rows.length === 0
        ? []
        : [
            `${this.#file}: ${rows.length === 1 ? '1 row has' : `${rows.length.toLocaleString('en')} rows have`} ${what} (${rowsInWords(rows)}); ${end}`,
          ];
    return [
      ...told(this.#unknown, 'an id that no record has', 'left out.'),
      ...told(this.#unclear, 'an id that several sources have, and no source', 'left out. Add a source to each id.'),
      ...told(
        this.#unreadable,
        'an answer that cannot be read',
        'left out. "same", "not the same", "unsure" and 0 to 1 are read.',
      ),
      ...(this.#unanswered === 0
        ? []
        : [
            `${this.#file}: ${this.#unanswered.toLocaleString('en')} of ${this.#rows.toLocaleString('en')} rows have ${this.#blank} or "unsure".`,
          ]),
    ];
  }

  /** The problem where no label was left. */
  nothing(header: string): LinkProblem {
    if (this.#rows > 0 && this.#unknown.length + this.#unclear.length === this.#rows) {
      return new LinkProblem({
        code: 'truth_unknown_ids',
        message: `${this.#file} names no id that any of the records has (${rowsInWords(this.#unknown)}).`,
        remedy: 'Check that its ids (and sources, if it names them) are those of the files that are linked.',
      });
    }
    const why = [
      ...(this.#rows === 0 ? ['it has no rows'] : []),
      ...(this.#unanswered > 0 ? [`${this.#unanswered.toLocaleString('en')} rows have ${this.#blank}`] : []),
      ...(this.#unreadable.length > 0
        ? [
            `${this.#unreadable.length.toLocaleString('en')} answers${header === '' ? '' : ` in "${header}"`} can not be read (${rowsInWords(this.#unreadable)})`,
          ]
        : []),
    ];
    return new LinkProblem({
      code: 'no_labels',
      message: `${this.#file} labels nothing: ${why.join('; ') || 'no row could be used'}.`,
      remedy: 'Accepted are "same", "not the same", "unsure", yes, no, 1, 0, and scores from 0 to 1.',
    });
  }

  outOfRange(count: number, header: string): LinkProblem {
    return new LinkProblem({
      code: 'score_out_of_range',
      message: `${this.#file}: ${count.toLocaleString('en')} values of "${header}" are no scores from 0 to 1.`,
      remedy: 'Give 1 for one person, 0 for two persons, or how sure the labeller was between them.',
    });
  }
}

/** `row 4`, `rows 4, 5, 9 …`: the first few. */
function rowsInWords(rows: readonly number[]): string {
  const some = rows.slice(0, 5).join(', ');
  return `${rows.length === 1 ? 'row' : 'rows'} ${some}${rows.length > 5 ? ' …' : ''}`;
}
