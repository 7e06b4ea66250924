import type { Catalogue } from '../declaration.ts';
import { classificationPage } from './classification-page.ts';
import { markdownTable } from './markdown-table.ts';
import { registerPage } from './register-page.ts';

/**
 * Writes the data dictionary as Markdown: `index.md`, `registers/<id>.md`, `classifications/<id>.md`. Keys are paths within the
 * dictionary's folder. The same catalogue gives the same text, byte for byte.
 */
export function dataDictionary(catalogue: Catalogue): ReadonlyMap<string, string> {
  const pages = new Map<string, string>([['index.md', indexPage(catalogue)]]);
  for (const declaration of catalogue.records.values()) {
    pages.set(`registers/${declaration.id}.md`, registerPage(declaration, catalogue));
  }
  for (const classification of catalogue.classifications.values()) {
    pages.set(`classifications/${classification.id}.md`, classificationPage(classification));
  }
  return pages;
}

function indexPage(catalogue: Catalogue): string {
  return `${[
    '# Data dictionary',
    'Generated from the declarations; do not edit. What is recorded, field by field, and the codes that are accepted.',
    '## Registers, logs and datasets',
    markdownTable(
      ['Name', 'What it holds', 'Fields', 'Kept by'],
      [...catalogue.records.values()].map((declaration) => [
        `[${declaration.label.en}](registers/${declaration.id}.md)`,
        declaration.description.en,
        String(declaration.fields.length),
        catalogue.agencies.get(declaration.custodian)?.name.en ?? declaration.custodian,
      ]),
    ),
    '## Classifications',
    markdownTable(
      ['Name', 'Version', 'Status', 'Codes', 'Source'],
      [...catalogue.classifications.values()].map((classification) => [
        `[${classification.label.en}](classifications/${classification.id}.md)`,
        classification.version,
        classification.status,
        String(classification.items.length),
        classification.source,
      ]),
    ),
    '## Agencies',
    markdownTable(
      ['Id', 'Name', 'Level'],
      [...catalogue.agencies.values()].map((agency) => [`\`${agency.id}\``, agency.name.en, agency.level]),
    ),
  ].join('\n\n')}\n`;
}
