import type { RecordedStep } from '../progress-record.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** What is shown while the main job runs: there is no instance to be asked yet. */
export interface Preparation {
  readonly title: string;
  readonly mark: string;
  readonly steps: readonly RecordedStep[];
}

const number = new Intl.NumberFormat('en');
const secondsBetweenLooks = 2;

/** The page while the main job runs. It asks for itself again until the finished page answers in its place. */
export function preparationPage({ title, mark, steps }: Preparation, now: number = Date.now()): string {
  const done = steps.filter(({ endedAt }) => endedAt !== null);
  const current = steps.find(({ endedAt }) => endedAt === null);
  const began = steps[0]?.startedAt ?? now;
  return page({
    title: `${title} – in preparation`,
    mark,
    refreshSeconds: secondsBetweenLooks,
    content: html`<header>
<h1>${title}</h1>
<p class="muted">The main job is under way: files in, checks, figures, Migration Profile. This page follows it by itself.</p>
</header>
<main>
<section class="now" aria-label="Now">
${current === undefined ? html`<p>Starting …</p>` : currentStep(current, now)}
<p class="muted">${number.format(done.length)} steps done in ${duration(now - began)}. The terminal shows the same.</p>
</section>
${done.length === 0 ? null : doneSteps(done)}
</main>`,
  });
}

function currentStep({ event, startedAt }: RecordedStep, now: number): Html {
  const { step, done, total } = event;
  const hasShare = done !== undefined && total !== undefined && total > 0;
  return html`<p class="step"><strong>${step}</strong> <span class="muted">${amount(event)}${duration(now - startedAt)}</span></p>
${hasShare ? html`<progress max="${total}" value="${Math.min(done, total)}" aria-label="${step}"></progress>` : html`<progress aria-label="${step}"></progress>`}`;
}

/** The newest first: what has moved is at the top. */
function doneSteps(done: readonly RecordedStep[]): Html {
  return html`<h2>Done</h2>
<div class="scroll"><table><thead><tr><th scope="col">Step</th><th scope="col" class="number">Count</th><th scope="col" class="number">Time</th></tr></thead>
<tbody>${[...done].reverse().map(
    ({ event, startedAt, endedAt }) => html`<tr><td>${event.step}</td>
<td class="number">${event.total === undefined ? '' : `${number.format(event.total)} ${event.unit ?? ''}`}</td>
<td class="number">${duration((endedAt ?? startedAt) - startedAt)}</td></tr>`,
  )}</tbody></table></div>`;
}

function amount({ done, total, unit }: RecordedStep['event']): string {
  if (done === undefined) return '';
  const of = total === undefined ? '' : ` of about ${number.format(total)}`;
  return `${number.format(done)}${of}${unit === undefined ? '' : ` ${unit}`} · `;
}

function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
