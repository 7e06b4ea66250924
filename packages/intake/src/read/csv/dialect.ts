/** How the records of a text are set apart. */
export interface CsvDialect {
  readonly delimiter: string;
  /** `\n` also takes `\r\n`; `\r` is the old Macintosh ending. */
  readonly newline: '\n' | '\r';
  /** Blanks between a delimiter and an opening quote belong to neither. */
  readonly skipsBlankBeforeQuote: boolean;
  /** First line says `sep=;`. */
  readonly hasSeparatorLine: boolean;
}

const CANDIDATES = [',', ';', '\t', '|'] as const;

/**
 * The delimiter that splits a sample most evenly. The last record is left out where the sample is cut (`isCut`).
 * `confidence` is the share of records with the usual number of cells; 0 where no delimiter occurs.
 */
export function detectDialect(sample: string, isCut: boolean): { dialect: CsvDialect; confidence: number } {
  const newline = sample.includes('\n') ? '\n' : sample.includes('\r') ? '\r' : '\n';
  const declared = /^"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(sample)?.[1];
  const body = declared ? sample.slice(sample.search(/[\r\n]/) + 1) : sample;
  if (declared) return { dialect: dialectOf(body, declared, newline, true), confidence: 1 };
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, ...score(countCells(body, delimiter, newline, isCut)) }));
  scored.sort((left, right) => right.score - left.score);
  const best = scored[0];
  const isFound = best !== undefined && best.score > 0;
  const delimiter = isFound ? best.delimiter : ',';
  return { dialect: dialectOf(body, delimiter, newline, false), confidence: isFound ? best.evenness : 0 };
}

function dialectOf(body: string, delimiter: string, newline: '\n' | '\r', hasSeparatorLine: boolean): CsvDialect {
  const escaped = delimiter.replace(/[|\\^$*+?.()[\]{}]/g, '\\$&');
  const blankBeforeQuote = new RegExp(`${escaped} +"[^"]*" *(?:${escaped}|\\r|\\n)`).test(body);
  return { delimiter, newline, skipsBlankBeforeQuote: blankBeforeQuote, hasSeparatorLine };
}

/** Cells of each record of the sample, quotes respected; blank records left out. */
function countCells(sample: string, delimiter: string, newline: string, isCut: boolean): number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isBlank = true;
  let isAtStart = true;
  for (let at = 0; at < sample.length; at += 1) {
    const character = sample[at] ?? '';
    if (isQuoted) {
      if (character === '"') {
        if (sample[at + 1] === '"') at += 1;
        else isQuoted = false;
      }
    } else if (character === '"' && isAtStart) {
      isQuoted = true;
      isBlank = false;
      isAtStart = false;
    } else if (character === delimiter) {
      cells += 1;
      isBlank = false;
      isAtStart = true;
    } else if (character === newline) {
      if (!isBlank) counts.push(cells);
      cells = 1;
      isBlank = true;
      isAtStart = true;
    } else if (character !== ' ' && character !== '\r') {
      isBlank = false;
      isAtStart = false;
    }
  }
  if (!isBlank && !isCut) counts.push(cells);
  return counts;
}

/** Evenness counts most; among equally even ones, the one with more cells. */
function score(counts: readonly number[]): { score: number; evenness: number } {
  if (counts.length === 0) return { score: 0, evenness: 0 };
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let bestScore = 0;
  let bestEvenness = 0;
  for (const [cells, times] of frequency) {
    if (cells < 2) continue;
    const evenness = times / counts.length;
    const value = evenness * evenness * Math.log2(1 + Math.min(cells, 64));
    if (value > bestScore) {
      bestScore = value;
      bestEvenness = evenness;
    }
  }
  return { score: bestScore, evenness: bestEvenness };
}
