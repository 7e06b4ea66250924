import type { ClassificationDeclaration, ClassificationItem } from '../declaration.ts';
import { markdownTable } from './markdown-table.ts';

const MOST_ALIASES_SHOWN = 8;

/** Writes the dictionary's page of one classification. */
export function classificationPage(classification: ClassificationDeclaration): string {
  const has = (test: (item: ClassificationItem) => unknown): boolean =>
    classification.items.some((item) => test(item) !== undefined);
  const properties = [...new Set(classification.items.flatMap((item) => Object.keys(item.properties ?? {})))];
  const hasParent = has((item) => item.parent);
  const hasValidity = has((item) => item.validFrom ?? item.validTo);
  const header = [
    'Code',
    'Name',
    ...(hasParent ? ['Within'] : []),
    ...(hasValidity ? ['Valid'] : []),
    ...properties.map((property) => property.replaceAll('_', ' ')),
    'Also written',
  ];
  return `${[
    `# ${classification.label.en}`,
    classification.description.en,
    [
      `- Technical name: \`${classification.id}\``,
      `- Version: ${classification.version}`,
      `- Status: ${classification.status === 'official' ? 'official' : 'interim, until its authority confirms it'}`,
      `- Source: ${classification.source}`,
      `- Codes: ${classification.items.length}`,
    ].join('\n'),
    markdownTable(
      header,
      classification.items.map((item) => [
        `\`${item.code}\``,
        item.label.st === undefined || item.label.st === item.label.en
          ? item.label.en
          : `${item.label.en} (${item.label.st})`,
        ...(hasParent ? [item.parent ?? ''] : []),
        ...(hasValidity ? [validityOf(item)] : []),
        ...properties.map((property) => String(item.properties?.[property] ?? '')),
        aliasesOf(item),
      ]),
    ),
  ].join('\n\n')}\n`;
}

function validityOf(item: ClassificationItem): string {
  if (item.validFrom === undefined && item.validTo === undefined) return '';
  return `${item.validFrom ?? ''} to ${item.validTo ?? ''}`.trim();
}

function aliasesOf(item: ClassificationItem): string {
  const aliases = item.aliases ?? [];
  const more = aliases.length - MOST_ALIASES_SHOWN;
  return `${aliases.slice(0, MOST_ALIASES_SHOWN).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
