import type { Catalogue, RecordDeclaration } from '../declaration.ts';
import type { FieldDeclaration } from '../field.ts';
import { kindMeanings } from '../kinds/kind-meanings.ts';
import { conditionInWords } from './condition-in-words.ts';
import { markdownTable } from './markdown-table.ts';

const SHAPES: Readonly<Record<RecordDeclaration['shape'], string>> = {
  register: 'Register: records with a life cycle, whose earlier states are kept.',
  movement_log: 'Movement log: events that are added and never changed; a correction is a new event.',
  dataset: 'Dataset: aggregates of a publisher, with dimensions, one measure and attributes.',
};

const PERSONAL: Readonly<Record<NonNullable<FieldDeclaration['personal']>, string>> = {
  identity: 'names a person',
  quasi: 'may single out a person together with other fields',
  sensitive: 'may hurt a person',
};

/** Writes the dictionary's page of one register, log or dataset. */
export function registerPage(declaration: RecordDeclaration, catalogue: Catalogue): string {
  const custodian = catalogue.agencies.get(declaration.custodian)?.name.en ?? declaration.custodian;
  return `${[
    `# ${declaration.label.en}`,
    declaration.description.en,
    [
      `- Technical name: \`${declaration.id}\``,
      `- ${SHAPES[declaration.shape]}`,
      `- Kept by: ${custodian}`,
      `- Follows: ${declaration.source}`,
      `- Dated by: \`${declaration.datedBy}\``,
      `- Which record it is: ${declaration.key.map(code).join(', ')}`,
      ...(declaration.shape === 'dataset'
        ? [
            `- Dimensions: ${declaration.dimensions.map(code).join(', ')}`,
            `- Measure: ${code(declaration.measure)}`,
            `- Attributes: ${declaration.attributes.map(code).join(', ')}`,
          ]
        : []),
    ].join('\n'),
    '## Fields',
    markdownTable(
      ['Field', 'Name', 'Kind', 'Required', 'Accepted', 'Description'],
      declaration.fields.map((field) => [
        code(field.name),
        field.label.st === undefined ? field.label.en : `${field.label.en} (${field.label.st})`,
        kindMeanings[field.kind].label.en,
        field.required === true
          ? 'yes'
          : field.requiredWhen === undefined
            ? ''
            : `where ${conditionInWords(field.requiredWhen)}`,
        acceptedIn(field),
        descriptionOf(field),
      ]),
    ),
    '## Headers understood',
    'Headers under which agencies deliver each field, in any case and punctuation.',
    markdownTable(
      ['Field', 'Headers'],
      declaration.fields
        .filter((field) => field.aliases !== undefined && field.aliases.length > 0)
        .map((field) => [code(field.name), (field.aliases ?? []).join('; ')]),
    ),
    '## Rules',
    declaration.rules.length === 0
      ? 'None beyond those of the fields.'
      : markdownTable(
          ['Rule', 'Must hold', 'Otherwise', 'Message'],
          declaration.rules.map((rule) => [
            code(rule.id),
            conditionInWords(rule.must),
            rule.severity === 'error' ? 'the record is kept out' : 'the record is marked',
            rule.message.en,
          ]),
        ),
  ].join('\n\n')}\n`;
}

const code = (name: string): string => `\`${name}\``;

function acceptedIn(field: FieldDeclaration): string {
  const parts = [
    field.classification === undefined || field.kind === 'sex'
      ? kindMeanings[field.kind].accepts.en
      : `a code of [${field.classification}](../classifications/${field.classification}.md)`,
  ];
  if (field.minimum !== undefined) parts.push(`from ${field.minimum}`);
  if (field.maximum !== undefined) parts.push(`up to ${field.maximum}`);
  if (field.unit !== undefined) parts.push(`in ${field.unit}`);
  return parts.join(', ');
}

function descriptionOf(field: FieldDeclaration): string {
  const parts = [field.description.en];
  if (field.personal !== undefined) parts.push(`Personal: ${PERSONAL[field.personal]}.`);
  if (field.concept !== undefined) parts.push(`SDMX concept ${field.concept}.`);
  if (field.source !== undefined) parts.push(`Source: ${field.source}.`);
  return parts.join(' ');
}
