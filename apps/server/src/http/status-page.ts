import { type Html, html } from './html.ts';
import { page } from './page.ts';
import type { DeliveryLine, EditionState, MeasureLine, SiteState } from './site-state.ts';

const number = new Intl.NumberFormat('en');
const forms = {
  html: ['Read the Profile', 'web page, works without a link'],
  pdf: ['PDF', 'for print and signature'],
  docx: ['Word', 'for editing'],
  xlsx: ['Spreadsheet annex', 'every table, with metadata'],
} as const;

export const demonstrationMark = 'Demonstration: the people in it are invented. Not for official use.';

/** The first page: the Profile in its four forms, what it was made of, and what is missing. */
export function statusPage(state: SiteState): string {
  return page({
    title: `Leeto – ${state.country}`,
    mark: instanceMark(state),
    content: html`<header>
<h1>Migration data of ${state.country}</h1>
<p class="muted">Leeto, Integrated Migration Data Management System · ${state.instance.kind} instance · ${state.instance.database}</p>
</header>
<main>
${state.edition === null ? noEdition : editionPart(state.edition)}
${factsPart(state)}
${state.edition === null ? null : missingPart(state.edition.measures)}
${state.edition === null ? null : measuresPart(state.edition.measures)}
${deliveriesPart(state.deliveries)}
<h2>Releases</h2><p><a href="/releases">Published releases</a>: tables for other programs, signed by two people.</p>
</main>
<footer>Served to this machine only. The page shows released figures and counts of deliveries, and no record of a person.</footer>`,
  });
}

export function instanceMark(state: Pick<SiteState, 'instance'>): string {
  return state.instance.kind === 'demonstration' ? demonstrationMark : '';
}

const noEdition = html`<section class="edition"><h2>Migration Profile</h2>
<p>None has been compiled yet. Bring in files with <code>npx leeto import</code>, then compile with <code>npx leeto profile</code>.</p></section>`;

function editionPart(edition: EditionState): Html {
  return html`<section class="edition">
<h2>${edition.title}</h2>
<p class="muted">Compiled on ${edition.compiledOn} from snapshot <code>${edition.snapshot}</code></p>
<ul class="choices">
${edition.files.map(
  (file) => html`<li><a href="${file.kind === 'html' ? '/profile' : `/profile.${file.kind}`}">
${forms[file.kind][0]} <span>${forms[file.kind][1]} · ${number.format(Math.ceil(file.bytes / 1024))} kB</span></a></li>`,
)}
</ul></section>`;
}

function factsPart({ deliveries, edition }: SiteState): Html {
  const taken = deliveries.filter(({ status }) => status === 'taken');
  const sum = (of: (line: DeliveryLine) => number) => taken.reduce((total, line) => total + of(line), 0);
  const facts: readonly (readonly [string, number])[] = [
    ['Deliveries', taken.length],
    ['Rows read', sum(({ counts }) => counts.read)],
    ['Records taken', sum(({ counts }) => counts.taken)],
    ['Rows refused', sum(({ counts }) => counts.refused)],
    ...(edition === null
      ? []
      : ([
          ['Measures with figures', edition.measures.filter(({ missing }) => missing === '').length],
          ['Cells protected', edition.measures.reduce((total, { suppressed }) => total + suppressed, 0)],
        ] as const)),
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${number.format(value)}</dd></div>`)}</dl>`;
}

function measuresPart(measures: readonly MeasureLine[]): Html {
  const present = measures.filter((measure) => measure.missing === '');
  if (present.length === 0) return html``;
  return html`<h2>Figures</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Figures"><table>
<thead><tr><th scope="col">Measure</th><th scope="col">Status</th><th scope="col" class="number">Rows</th><th scope="col" class="number">Cells protected</th><th scope="col">How it came about: npx leeto explain …</th></tr></thead>
<tbody>${present.map(
    (
      measure,
    ) => html`<tr><td>${measure.title}</td><td>${measure.status}</td><td class="number">${number.format(measure.rows)}</td>
<td class="number">${number.format(measure.suppressed)}</td><td><code>${measure.id}</code></td></tr>`,
  )}</tbody></table></div>`;
}

function missingPart(measures: readonly MeasureLine[]): Html {
  const missing = measures.filter((measure) => measure.missing !== '');
  if (missing.length === 0) return html``;
  return html`<h2>What is missing</h2>
<div class="scroll" tabindex="0" role="region" aria-label="What is missing"><table><thead><tr><th scope="col">Measure</th><th scope="col">Who would hold the data</th></tr></thead>
<tbody>${missing.map((measure) => html`<tr><td>${measure.title}</td><td>${measure.missing}</td></tr>`)}</tbody></table></div>`;
}

/** A line per register; its files unfold. A year of monthly files would else bury the others. */
function deliveriesPart(deliveries: readonly DeliveryLine[]): Html {
  if (deliveries.length === 0)
    return html`<h2>Deliveries</h2><p>No file has been brought in yet: <code>npx leeto import REGISTER FILE</code></p>`;
  const registers = Map.groupBy(deliveries, ({ register }) => register);
  return html`<h2>Deliveries</h2>${[...registers.values()].map(registerPart)}`;
}

function registerPart(deliveries: readonly DeliveryLine[]): Html {
  const taken = deliveries.filter(({ status }) => status === 'taken');
  const sum = (of: (line: DeliveryLine) => number) => number.format(taken.reduce((total, line) => total + of(line), 0));
  const refused = sum(({ counts }) => counts.refused);
  const name = deliveries[0]?.registerLabel ?? '';
  return html`<details><summary><strong>${name}</strong>
<span class="muted">${deliveries.length} ${deliveries.length === 1 ? 'delivery' : 'deliveries'} · ${sum(({ counts }) => counts.taken)} taken of ${sum(({ counts }) => counts.read)} rows</span>
${refused === '0' ? null : html`<span class="refused">${refused} refused</span>`}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr><th scope="col">File</th><th scope="col">Source</th><th scope="col" class="number">Read</th>
<th scope="col" class="number">Taken</th><th scope="col" class="number">Refused</th><th scope="col" class="number">Left out</th><th scope="col">Status</th></tr></thead>
<tbody>${deliveries.map(deliveryRow)}</tbody></table></div></details>`;
}

function deliveryRow({ fileName, provenance, counts, status }: DeliveryLine): Html {
  return html`<tr><td>${fileName}</td><td>${provenance.citation}${provenance.isSynthetic ? ' (synthetic)' : ''}</td>
<td class="number">${number.format(counts.read)}</td><td class="number">${number.format(counts.taken)}</td>
<td class="number">${number.format(counts.refused)}</td><td class="number">${number.format(counts.leftOut + counts.duplicates + counts.unchanged)}</td>
<td>${status}</td></tr>`;
}
