import type { LinkResult } from '../../link-result.ts';
import { whole } from '../format-figures.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { table } from '../table.ts';

/** Sources with their records and persons, and in which other sources those persons are found. */
export function linkedSection({ say, input }: ReportContext): Section {
  const { result, files = [] } = input;
  const { records, clusters } = result;
  const found = personsBySource(result);
  // Names of many sources side by side would be wider than the page.
  const isNumbered = records.sources.length > 3;
  const sourceRows = records.sources.map(({ name, isUnique }, at) => ({
    cells: [
      isNumbered ? `${at + 1}\u00a0${name}` : name,
      whole(found.records[at] ?? 0),
      whole(found.persons[at]?.[at] ?? 0),
      say(isUnique ? 'yes' : 'no'),
      ...(records.sources.length > 1
        ? records.sources.map((_, to) =>
            to === at ? html`<span class="muted">–</span>` : whole(found.persons[at]?.[to] ?? 0),
          )
        : []),
    ],
  }));
  const also = records.sources.length > 1 ? records.sources : [];
  return {
    id: 'linked',
    title: say('linkedTitle'),
    content: html`<p>${say('linkedText', { records: whole(records.size), persons: whole(clusters.persons) })}${also.length === 0 ? null : html` ${say('alsoText')}`}</p>
${table(
  say('linkedTitle'),
  [
    { title: say('source') },
    { title: say('records'), isNumber: true },
    { title: say('persons'), isNumber: true },
    { title: say('twice'), isMinor: true },
    ...also.map(({ name }, at) => ({
      title: say('alsoIn', { name: isNumbered ? String(at + 1) : name }),
      isNumber: true,
    })),
  ],
  sourceRows,
)}
${
  files.length === 0
    ? null
    : table(
        say('fileHash'),
        [{ title: say('fileHash') }, { title: say('records'), isNumber: true }],
        files.map((file) => ({
          cells: [
            html`${file.name}${file.sha256 === undefined ? null : html`<br><code>${file.sha256}</code>`}`,
            whole(file.records),
          ],
        })),
      )
}`,
  };
}

/** For each two sources the persons with a record in both (with itself: in it). At most 31 sources are told apart. */
function personsBySource({ records, clusters }: LinkResult): {
  records: readonly number[];
  persons: readonly (readonly number[])[];
} {
  const count = records.sources.length;
  const sizes = new Array<number>(count).fill(0);
  const sets = new Int32Array(clusters.persons);
  for (let record = 0; record < records.size; record += 1) {
    const source = records.sourceOf[record] ?? 0;
    const person = clusters.personOf[record] ?? 0;
    sizes[source] = (sizes[source] ?? 0) + 1;
    sets[person] = (sets[person] ?? 0) | (1 << Math.min(source, 30));
  }
  const persons = sizes.map(() => new Array<number>(count).fill(0));
  for (const set of sets) {
    for (let a = 0; a < count; a += 1) {
      const row = persons[a];
      if (row === undefined || (set & (1 << a)) === 0) continue;
      for (let b = 0; b < count; b += 1) if ((set & (1 << b)) !== 0) row[b] = (row[b] ?? 0) + 1;
    }
  }
  return { records: sizes, persons };
}
