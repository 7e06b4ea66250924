import { type KeyContext, rememberRuns, SHAPES } from './name-key-context.ts';

/** A run of consonants as it stands in the key: "c" is ts, "x" is sh and ch, "q" a click. */
export const consonantsInKey = rememberRuns(
  ({ shape, isStart, isEnd, next }) => (next * 8 + shape) * 4 + (isStart ? 2 : 0) + (isEnd ? 1 : 0),
  (run, context) => {
    let key = run.replace(/(.)\1+/g, '$1');
    if ((context.shape & SHAPES.sesotho) !== 0) key = sesotho(key, context);
    // A run is marked where the word starts and ends, so that a rule can say so.
    key = `${context.isStart ? '^' : '_'}${key}${markAfter(context)}`;
    for (const [pattern, replacement] of (context.shape & SHAPES.phAsF) !== 0 ? WITH_F : WITH_P)
      key = key.replace(pattern, replacement);
    if ((context.shape & SHAPES.bantu) === 0)
      for (const [pattern, replacement] of EUROPEAN) key = key.replace(pattern, replacement);
    for (const [pattern, replacement] of EVERYWHERE) key = key.replace(pattern, replacement);
    return key
      .replace(/[^_$+-]/g, (sign) => SOUNDS[sign] ?? sign)
      .replace(/[\^_$+-]/g, '')
      .replace(/(.)\1+/g, '$1');
  },
);

const E = 5;
const I = 9;
const U = 21;
const Y = 25;

/** "$" at the end, "+" before e, i and y, "-" before other vowels. */
function markAfter({ isEnd, next }: KeyContext): string {
  if (isEnd) return '$';
  return next === E || next === I || next === Y ? '+' : '-';
}

/**
 * Lesotho writes li and lu for what South Africa writes di and du, and Setswana and Sepedi write g for the h of
 * Sesotho.
 */
function sesotho(run: string, { next, isStart }: KeyContext): string {
  if (run === 'd' && (next === I || next === U)) return 'l';
  if (run === 'g' && !isStart) return 'h';
  return run;
}

type Rules = readonly (readonly [RegExp, string])[];

/** Capitals are sounds that later rules leave alone. */
const WITH_F: Rules = [[/ph/g, 'F']];
const WITH_P: Rules = [[/ph/g, 'P']];

const EUROPEAN: Rules = [
  [/t?z?sch/g, 'X'],
  [/\^kn/, '^n'],
  [/\^gn/, '^n'],
  [/^_gh(?=[t$])/, '_'],
  [/lh(?=[+-])/, 'lI'],
  [/q/g, 'k'],
  [/pf/g, 'f'],
  [/(?<![cgkpstdbzn^_])h(?=[a-z$])/g, ''],
  [/^_h(?=[a-z$])/, '_'],
  [/nh(?=[a-z$])/g, 'n'],
];

const EVERYWHERE: Rules = [
  [/tsh|ts|tz/g, 'C'],
  [/tjh|tj|tch|cz/g, 'X'],
  [/ch(?=[lrt])/g, 'k'],
  [/zh/g, 'j'],
  [/sh|ch/g, 'X'],
  [/(?<=[_^n])gc|(?<=\^n)c|gq/g, 'Q'],
  [/(?<=[n_^])gx|(?<=[n^])x/g, 'X'],
  [/x/g, 'ks'],
  [/s?c(?=\+)/g, 's'],
  [/c[kq]?/g, 'k'],
  [/kgh|kg|kh/g, 'k'],
  [/nh(?=[+-])/g, 'nI'],
  [/tlh/g, 'tl'],
  [/(?<=[gbdrtq])h/g, ''],
  [/dj/g, 'j'],
  [/z/g, 's'],
];

const SOUNDS: Readonly<Record<string, string>> = { F: 'f', P: 'p', X: 'x', C: 'c', I: 'i', Q: 'q' };
