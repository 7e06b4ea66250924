import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lightPalette } from '../design/palette.ts';
import { embeddedFontFaces } from '../design/typography.ts';
import type { ProfileDocument, Section } from '../document/document.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { blockHtml } from './block-html.ts';
import { colourRules } from './colour-rules.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * The Profile as one page that asks nothing of the network: styles, fonts, pictures and script inside. Without script it
 * is complete; with it tables sort, charts answer the pointer and the arrow keys, and the contents follow the reader.
 */
export async function renderHtml(document: ProfileDocument): Promise<string> {
  const { edition } = document;
  const script = read('page.js');
  const style = [embeddedFontFaces(), colourRules(), read('page.css'), printedMark(document.mark)].join('\n');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'sha256-${hash(script)}'; base-uri 'none'; form-action 'none'`;
  const mark =
    document.mark === '' ? '' : `<aside class="mark" aria-label="Marking">${escapeHtml(document.mark)}</aside>`;
  return `<!doctype html>
<html lang="${edition.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(edition.title)}</title>
<meta name="author" content="${escapeHtml(edition.publisher)}">
<meta name="date" content="${escapeHtml(edition.compiledOn)}">
<meta name="description" content="${escapeHtml(`${edition.title}. ${edition.subtitle ?? ''}`.trim())}">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${mark}
<header class="cover">
<p class="publisher">${escapeHtml(edition.publisher)}</p>
<h1>${escapeHtml(edition.title)}</h1>
${edition.subtitle === undefined ? '' : `<p class="subtitle">${escapeHtml(edition.subtitle)}</p>`}
<p class="imprint">Compiled on ${escapeHtml(formatPeriod(edition.compiledOn, edition.language))} from snapshot ${escapeHtml(edition.snapshot)}</p>
</header>
<div class="layout">
<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary><ol>${document.sections.map(contentsEntry).join('')}</ol></details></nav>
<main id="content">
${document.sections.map((section) => sectionHtml(section, document)).join('\n')}
</main>
</div>
<footer><p>${escapeHtml(edition.title)} · ${escapeHtml(edition.publisher)} · ${escapeHtml(formatPeriod(edition.compiledOn, edition.language))} · snapshot ${escapeHtml(edition.snapshot)}</p>${document.mark === '' ? '' : `<p class="mark-end">${escapeHtml(document.mark)}</p>`}</footer>
${document.glossary
  .map(
    (entry) =>
      `<div popover id="term-${entry.id}" class="definition" role="note"><p><dfn>${escapeHtml(entry.term)}</dfn> ${escapeHtml(entry.definition)}</p><p class="origin">${escapeHtml(entry.source)}</p></div>`,
  )
  .join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

function contentsEntry(section: Section): string {
  const number = section.number === '' ? '' : `<span class="chapter-number">${escapeHtml(section.number)}</span> `;
  const below = section.sections.length === 0 ? '' : `<ol>${section.sections.map(contentsEntry).join('')}</ol>`;
  return `<li><a href="#${section.id}">${number}${escapeHtml(section.title)}</a>${below}</li>`;
}

function sectionHtml(section: Section, document: ProfileDocument): string {
  const heading = `h${section.level + 1}`;
  const number = section.number === '' ? '' : `<span class="chapter-number">${escapeHtml(section.number)}</span> `;
  return (
    `<section id="${section.id}" class="level-${section.level}"><${heading}>${number}${escapeHtml(section.title)}</${heading}>\n` +
    `${section.blocks.map((block) => blockHtml(block, document)).join('\n')}\n` +
    `${section.sections.map((each) => sectionHtml(each, document)).join('\n')}</section>`
  );
}

/** On paper the marking stands in the margin of each page, where it covers no text. */
function printedMark(mark: string): string {
  if (mark === '') return '';
  const content = mark.replace(/[^\p{L}\p{N} ,:.-]/gu, '');
  return `@page{@top-center{content:"${content}";font:600 8pt "Source Sans 3";color:${lightPalette.warning}}}`;
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function hash(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}
