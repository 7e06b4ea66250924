import type { FieldDeclaration } from '../field.ts';
import type { Kind } from '../kind.ts';
import { fieldOf } from './field-of.ts';

const SDMX = 'SDMX Cross-Domain Concepts (2009, with later additions)';

/** A dimension that is a country, under the SDMX concept that it is. */
export function countryDimension(
  name: string,
  label: string,
  description: string,
  more: { readonly concept?: string; readonly aliases: readonly string[] },
): FieldDeclaration {
  return fieldOf(name, 'country', label, description, {
    required: true,
    classification: 'country',
    source: SDMX,
    ...more,
  });
}

export const sexDimension = fieldOf('sex', 'sex', 'Sex', 'M, F, or _T for both.', {
  required: true,
  classification: 'sex',
  concept: 'SEX',
  source: SDMX,
  sesotho: 'Boleng',
  aliases: ['sex', 'gender', 'm/f', 'boleng', 'sexe', 'sexo', 'both sexes / male / female'],
});

export const ageGroupDimension = fieldOf('age_group', 'code', 'Age group', 'Five-year age group, or _T for all ages.', {
  required: true,
  classification: 'age_group',
  concept: 'AGE',
  source: SDMX,
  aliases: ['age group', 'age', 'ages', 'age band', 'age class', "groupe d'âge", 'faixa etária', 'agegroup'],
});

export const timePeriodDimension = fieldOf('time_period', 'year', 'Year', 'Year to which the figure refers.', {
  required: true,
  concept: 'TIME_PERIOD',
  source: SDMX,
  sesotho: 'Selemo',
  aliases: [
    'time period',
    'year',
    'time',
    'period',
    'reference year',
    'selemo',
    'année',
    'ano',
    'year of census',
    'refyear',
  ],
});

/** The measure of a dataset. */
export function obsValue(
  kind: Kind,
  description: string,
  unit: string | undefined,
  aliases: readonly string[],
): FieldDeclaration {
  return fieldOf('obs_value', kind, 'Value', description, {
    required: true,
    concept: 'OBS_VALUE',
    source: SDMX,
    ...(unit === undefined ? {} : { unit }),
    ...(kind === 'integer' ? { minimum: 0 } : {}),
    aliases: ['obs value', 'value', 'observation', 'figure', ...aliases],
  });
}

export const residenceRuleField = fieldOf(
  'residence_rule',
  'code',
  'Residence rule',
  'The rule of residence behind the figure.',
  {
    classification: 'residence_rule',
    source: 'UN 1998 Recommendations Rev.1; UN conceptual frameworks on international migration and mobility (2021)',
    aliases: ['residence rule', 'definition', 'migrant definition', 'duration criterion', 'usual residence rule'],
  },
);

/** Quality and remarks: attributes of every dataset. */
export const observationAttributes: readonly FieldDeclaration[] = [
  fieldOf('obs_status', 'code', 'Status of the figure', 'Normal, provisional, estimated, missing …', {
    classification: 'obs_status',
    concept: 'OBS_STATUS',
    source: SDMX,
    aliases: ['obs status', 'status', 'flag', 'flags', 'observation status', 'quality flag', 'estimate flag'],
  }),
  fieldOf('note', 'long_text', 'Note', 'What a reader of the figure has to know.', {
    concept: 'COMMENT_OBS',
    aliases: ['note', 'notes', 'footnote', 'footnotes', 'comment', 'comments', 'remark', 'remarks', 'notes to table'],
  }),
];
