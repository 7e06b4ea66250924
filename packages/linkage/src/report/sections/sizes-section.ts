import { whole } from '../format-figures.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { bar, table } from '../table.ts';

/** Bounds of the classes of size, each up to the next. */
const classes = [1, 2, 3, 4, 5, 10, 20, 50, 100, 1000];

/** How many records the persons have. */
export function sizesSection({ say, input }: ReportContext): Section {
  const { personOf, persons } = input.result.clusters;
  const sizes = new Int32Array(persons);
  for (const person of personOf) sizes[person] = (sizes[person] ?? 0) + 1;
  const counts = classes.map(() => 0);
  let largest = 0;
  for (const size of sizes) {
    const at = classes.findLastIndex((from) => size >= from);
    counts[at] = (counts[at] ?? 0) + 1;
    largest = Math.max(largest, size);
  }
  const most = Math.max(1, ...counts);
  return {
    id: 'sizes',
    title: say('sizesTitle'),
    content: html`<p>${say('sizesText', { largest: whole(largest) })}</p>
${table(
  say('sizesTitle'),
  [{ title: say('recordsEach') }, { title: say('persons'), isNumber: true }, { title: '' }],
  classes.flatMap((from, at) => {
    const to = (classes[at + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const name = to === from ? String(from) : Number.isFinite(to) ? `${from}–${to}` : `${whole(from)}+`;
    return counts[at] === 0 ? [] : [{ cells: [name, whole(counts[at] ?? 0), bar((counts[at] ?? 0) / most)] }];
  }),
)}`,
  };
}
