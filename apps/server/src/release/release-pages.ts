import { type ExchangeForm, exchangeForms, formInWords } from '@leeto/publication';
import { type PublishedRelease, type ReleaseFile, releaseNumber } from '@leeto/store';
import { type Html, html } from '../http/html.ts';
import { page } from '../http/page.ts';
import { formFolder } from './release-files.ts';

const number = new Intl.NumberFormat('en');
const day = (instant: string): string => instant.slice(0, 10);

/** All releases that anybody may see, the newest first. */
export function releaseListPage(releases: readonly PublishedRelease[], mark: string): string {
  const rows = releases.map(
    ({ id, title, state, visibleFrom, withdrawnReason }) => html`<tr>
<td><a href="/releases/${releaseNumber(id)}">${releaseNumber(id)}</a></td><td>${title}</td><td>${day(visibleFrom)}</td>
<td>${state === 'withdrawn' ? `withdrawn: ${withdrawnReason ?? ''}` : 'published'}</td></tr>`,
  );
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Releases"><table>
<thead><tr><th scope="col">Release</th><th scope="col">Title</th><th scope="col">Since</th><th scope="col">State</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  return frame('Published releases', mark, rows.length === 0 ? html`<p>Nothing has been released yet.</p>` : table);
}

/** One release: its files by form, each with its hash. */
export function releasePage(
  { id, title, visibleFrom, contentHash }: PublishedRelease,
  files: readonly ReleaseFile[],
  mark: string,
): string {
  const link = (file: ReleaseFile): Html => html`<tr>
<td><a href="/releases/${releaseNumber(id)}/${file.path}">${file.path}</a></td><td class="number">${number.format(file.bytes)}</td>
<td><code>${file.sha256}</code></td></tr>`;
  const part = (name: string, of: readonly ReleaseFile[]): Html =>
    of.length === 0
      ? html``
      : html`<h2>${name}</h2><div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr><th scope="col">File</th><th scope="col" class="number">Bytes</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${of.map(link)}</tbody></table></div>`;
  const ofForm = (form: ExchangeForm) => files.filter(({ path }) => path.startsWith(`${formFolder(form)}/`));
  const content = html`<p class="muted">${releaseNumber(id)}, since ${day(visibleFrom)}. Signed by two people; what they signed:
<code>${contentHash}</code></p>
${part(
  'About',
  files.filter(({ path }) => !path.includes('/')),
)}
${exchangeForms.map((form) => part(formInWords[form], ofForm(form)))}`;
  return frame(title, mark, content);
}

/** What stands in the place of a release that was withdrawn. */
export function withdrawnPage({ id, title, withdrawnReason }: PublishedRelease, mark: string): string {
  return frame(
    title,
    mark,
    html`<p>${releaseNumber(id)} was withdrawn: ${withdrawnReason ?? ''}</p><p>Its figures are not to be used any more.</p>`,
  );
}

const frame = (title: string, mark: string, content: Html): string =>
  page({
    title,
    mark,
    content: html`<header><h1>${title}</h1></header><main>${content}
<p><a href="/releases">All releases</a> · <a href="/">To the first page</a></p></main>`,
  });
