import { type Html, html } from './html.ts';
import { page } from './page.ts';
import type { DeliveryLine, EditionState, MeasureLine, SiteState } from './site-state.ts';

const number = new Intl.NumberFormat('en');
const forms = {
  html: ['Read it', 'one page, works without a link'],
  pdf: ['PDF', 'for print and signature'],
  docx: ['Word', 'for editing'],
  xlsx: ['Spreadsheet annex', 'every table with its metadata'],
} as const;

/** The first page: the Profile in its four forms, what it was made of, and what is missing. */
export function statusPage(state: SiteState): string {
  return page({
    title: `Leeto – ${state.country}`,
    mark: instanceMark(state),
    content: html`<header>
<h1>Migration data of ${state.country}</h1>
<p class="muted">Leeto, Integrated Migration Data Management System · ${state.instance.kind} instance · database: ${state.instance.database}</p>
</header>
<main>
${state.edition === null ? noEdition : editionPart(state.edition)}
${deliveriesPart(state.deliveries)}
</main>
<footer>This page is served on this machine only. It shows released figures and counts of deliveries, and no record of a person.</footer>`,
  });
}

export function instanceMark(state: Pick<SiteState, 'instance'>): string {
  return state.instance.kind === 'demonstration'
    ? 'Demonstration: the people in it are invented. Not for official use.'
    : '';
}

const noEdition = html`<h2>Migration Profile</h2>
<p>No Profile has been compiled yet. Bring in files with <code>npx leeto import</code>, then compile with <code>npx leeto profile</code>.</p>`;

function editionPart(edition: EditionState): Html {
  const missing = edition.measures.filter((measure) => measure.missing !== '');
  return html`<h2>${edition.title}</h2>
<p class="muted">Compiled on ${edition.compiledOn} from snapshot ${edition.snapshot}.</p>
<ul class="choices">
${edition.files.map(
  (file) => html`<li><a href="${file.kind === 'html' ? '/profile' : `/profile.${file.kind}`}">
<strong>${forms[file.kind][0]}</strong><span>${forms[file.kind][1]} · ${number.format(Math.ceil(file.bytes / 1024))} kB</span></a></li>`,
)}
</ul>
${measuresPart(edition.measures)}
${missing.length === 0 ? null : missingPart(missing)}`;
}

function measuresPart(measures: readonly MeasureLine[]): Html {
  const present = measures.filter((measure) => measure.missing === '');
  return html`<h2>Figures</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Measure</th><th scope="col">Status</th><th scope="col" class="number">Rows</th><th scope="col" class="number">Cells protected</th><th scope="col">How it came about</th></tr></thead>
<tbody>${present.map(
    (
      measure,
    ) => html`<tr><td>${measure.title}</td><td>${measure.status}</td><td class="number">${number.format(measure.rows)}</td>
<td class="number">${number.format(measure.suppressed)}</td><td><code>npx leeto explain ${measure.id}</code></td></tr>`,
  )}</tbody></table></div>`;
}

function missingPart(measures: readonly MeasureLine[]): Html {
  return html`<h2>What is missing</h2>
<div class="scroll"><table><thead><tr><th scope="col">Measure</th><th scope="col">Who would hold the data</th></tr></thead>
<tbody>${measures.map((measure) => html`<tr><td>${measure.title}</td><td>${measure.missing}</td></tr>`)}</tbody></table></div>`;
}

function deliveriesPart(deliveries: readonly DeliveryLine[]): Html {
  if (deliveries.length === 0)
    return html`<h2>Deliveries</h2><p>No file has been brought in yet: <code>npx leeto import FILE</code>.</p>`;
  return html`<h2>Deliveries</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">File</th><th scope="col">Register</th><th scope="col">Source</th><th scope="col" class="number">Read</th>
<th scope="col" class="number">Taken</th><th scope="col" class="number">Refused</th><th scope="col" class="number">Left out</th><th scope="col">Status</th></tr></thead>
<tbody>${deliveries.map(
    (delivery) => html`<tr><td>${delivery.fileName}</td><td>${delivery.register}</td>
<td>${delivery.provenance.citation}${delivery.provenance.isSynthetic ? ' (synthetic)' : ''}</td>
<td class="number">${number.format(delivery.counts.read)}</td><td class="number">${number.format(delivery.counts.taken)}</td>
<td class="number">${number.format(delivery.counts.refused)}</td><td class="number">${number.format(delivery.counts.leftOut + delivery.counts.duplicates + delivery.counts.unchanged)}</td>
<td>${delivery.status}</td></tr>`,
  )}</tbody></table></div>`;
}
