/** What is known of a word as a whole, as bits. */
export const SHAPES = {
  /** Open syllables, as in Sesotho, Zulu and Shona. */
  bantu: 1,
  /** Nothing in it that Sesotho does not write. */
  sesotho: 2,
  /** "ph" is the sound of "f", as in Philip; else an aspirated p, as in Mpho. */
  phAsF: 4,
} as const;

/** Where a run of vowels or consonants stands. */
export interface KeyContext {
  readonly shape: number;
  readonly isStart: boolean;
  readonly isEnd: boolean;
  /** The letter after the run as its place in the alphabet; 0 at the end. */
  readonly next: number;
}

/** Runs are few and come back all the time: a run is worked out once for each context and remembered, up to a bound. */
export function rememberRuns(
  placesOf: (context: KeyContext) => number,
  workOut: (run: string, context: KeyContext) => string,
): (run: string, context: KeyContext) => string {
  const known: Map<string, string>[] = [];
  return (run, context) => {
    const place = placesOf(context);
    let runs = known[place];
    if (runs === undefined) {
      runs = new Map();
      known[place] = runs;
    }
    const before = runs.get(run);
    if (before !== undefined) return before;
    const key = workOut(run, context);
    if (runs.size < MOST_RUNS && run.length <= 8) runs.set(run, key);
    return key;
  };
}

const MOST_RUNS = 5_000;
