import { secondsOf, whole } from '../format-figures.ts';
import { html } from '../html.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { bar, table } from '../table.ts';

/** Seconds of each stage. */
export function timesSection({ say, input }: ReportContext): Section | null {
  const times = input.times ?? input.result.times;
  if (times.length === 0) return null;
  const all = times.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    id: 'times',
    title: say('timesTitle'),
    content: table(
      say('timesTitle'),
      [{ title: say('stage') }, { title: say('seconds'), isNumber: true }, { title: '' }],
      [
        ...times.map(({ stage, seconds }) => ({
          cells: [say(`stage_${stage}`), secondsOf(seconds), bar(all === 0 ? 0 : seconds / all)],
        })),
        { cells: [say('all'), secondsOf(all), ''], isStrong: true },
      ],
    ),
  };
}

/** Commands, training and specification. */
export function reproduceSection({ say, input }: ReportContext): Section {
  const { model } = input.result;
  const { labels } = model.trainedOn;
  return {
    id: 'reproduce',
    title: say('reproduceTitle'),
    content: html`<p>${say('reproduceText')} ${say('trainedOn', { records: whole(model.trainedOn.records), pairs: whole(model.trainedOn.randomPairs) })}${labels === undefined ? null : html` ${say('learntFromLabels', { matches: whole(labels.matches), others: whole(labels.others) })}`}</p>
${input.commands === undefined ? null : html`<pre tabindex="0">${input.commands.join('\n')}</pre>`}
${
  model.trainedOn.runs.length === 0
    ? null
    : table(
        say('trainingRun'),
        [
          { title: say('trainingRun') },
          { title: say('pairs'), isNumber: true },
          { title: say('iterations'), isNumber: true },
          { title: say('matchesFound'), isNumber: true },
        ],
        model.trainedOn.runs.map((run) => ({
          cells: [run.rule, whole(run.pairs), whole(run.iterations), whole(run.matches)],
        })),
      )
}
<h3>${say('specification')}</h3><pre tabindex="0">${JSON.stringify(model.spec, null, 2)}</pre>`,
  };
}
