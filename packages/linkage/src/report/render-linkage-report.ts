import { type Html, html } from './html.ts';
import { keyFigures } from './key-figures.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import type { ReportInput } from './report-input.ts';
import { reportStyle } from './report-style.ts';
import { renderSection, type Section } from './section.ts';
import { accuracySection, thresholdsSection } from './sections/accuracy-section.ts';
import { blockingSection } from './sections/blocking-section.ts';
import { errorsSection, examplesSection } from './sections/examples-section.ts';
import { linkedSection } from './sections/linked-section.ts';
import { modelSection } from './sections/model-section.ts';
import { reproduceSection, timesSection } from './sections/reproduce-section.ts';
import { sizesSection } from './sections/sizes-section.ts';
import { subgroupsSection } from './sections/subgroups-section.ts';
import { weightsSection } from './sections/weights-section.ts';

/** In the order in which a reader asks: what came out, how far to trust it, why, and how to do it again. */
const sections: readonly ((context: ReportContext) => Section | null)[] = [
  linkedSection,
  accuracySection,
  subgroupsSection,
  weightsSection,
  thresholdsSection,
  examplesSection,
  errorsSection,
  modelSection,
  blockingSection,
  sizesSection,
  timesSection,
  reproduceSection,
];

/**
 * A linkage on one page that asks nothing of the network and runs no script; it prints on A4. No value of any record is in it
 * unless `showValues` is set, and then it says so at its head.
 */
export function renderLinkageReport(input: ReportInput): string {
  const context = reportContext(input);
  const { say } = context;
  const rendered = sections.flatMap((section) => section(context) ?? []);
  return html`<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${input.title}</title>
<link rel="icon" href="data:,">
<style>${reportStyle(input.fontFaces)}</style>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
${input.mark === undefined ? null : html`<aside class="mark">${input.mark}</aside>`}
<header class="cover"><h1>${input.title}</h1><p class="imprint">${imprint(context)}</p></header>
<div class="layout">
<nav class="contents" aria-label="${say('contents')}"><ol>${rendered.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<main id="content">
${keyFigures(context)}
<p class="${input.showValues ? 'aside warning' : 'note'}">${say(input.showValues ? 'personalData' : 'masked')}</p>
${notices(context)}
${rendered.map(renderSection)}
</main>
</div>
</body>
</html>
`.text;
}

function imprint({ say, input }: ReportContext): string {
  return [
    say('made', { date: input.madeAt.slice(0, 10) }),
    ...(input.version === undefined ? [] : [say('version', { version: input.version })]),
    ...(input.seed === undefined ? [] : [say('seed', { seed: String(input.seed) })]),
  ].join(' · ');
}

function notices({ say, input }: ReportContext): Html | null {
  const all = input.notices ?? input.result.notices;
  if (all.length === 0) return null;
  return html`<section class="notices" aria-labelledby="notices"><h2 id="notices">${say('notices')}</h2><ul>${all.map(
    ({ severity, message }) => html`<li class="${severity}">${message}</li>`,
  )}</ul></section>`;
}
