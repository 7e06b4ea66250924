import { type KeyContext, rememberRuns, SHAPES } from './name-key-context.ts';

/** A run of vowels and glides (a e i o u w y) as it stands in the key. */
export const vowelsInKey = rememberRuns(
  ({ shape, isStart, isEnd }) => (shape & SHAPES.bantu) * 4 + (isStart ? 2 : 0) + (isEnd ? 1 : 0),
  (run, context) => {
    let key = run.replace(/y/g, 'i').replace(/(.)\1+/g, '$1');
    key = (context.shape & SHAPES.bantu) === 0 ? european(key, context) : bantu(key, context);
    if (context.isEnd) key = key.replace(/e$/, 'i').replace(/(?<![aeiow])u$/, 'o');
    return key.replace(/(.)\1+/g, '$1');
  },
);

/** oa and wa, oe and we, uoa and wa, ea and ya are one; ie is i; ai is ei. */
function bantu(run: string, { isStart }: KeyContext): string {
  const key = run
    .replace(/[ou]*w+(?=[aeio])|[ou]+(?=[aei])/g, 'w')
    .replace(/uo/g, 'wo')
    .replace(/e(?=a)/g, 'i')
    .replace(/ai/g, 'ei');
  return isStart ? key : key.replace(/ie/g, 'i').replace(/w(?=u)/g, '');
}

/** German ue, oe, ae are u, o, a; ei, ey, ai, ay are one; ie is i; eau is o; -ey at the end is -y. */
function european(run: string, { isStart, isEnd }: KeyContext): string {
  if (isStart && run.length === 1) return run;
  if (isEnd && run === 'ei') return 'i';
  return run
    .replace(/eau/g, 'o')
    .replace(/ij/g, 'i')
    .replace(/ai/g, 'ei')
    .replace(/(?<!^)ie/g, 'i')
    .replace(/ue/g, 'u')
    .replace(/oe/g, 'o')
    .replace(/ae/g, 'a')
    .replace(/^ie/g, isStart ? 'ie' : 'i')
    .replace(/e(?=a)/g, 'i');
}
