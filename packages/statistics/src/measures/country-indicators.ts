import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, yearInPeriod } from '../steps/published.ts';

/** Published series about the country, as they are: context for the figures of migration. */
export const countryIndicators = defineMeasure({
  id: 'country_indicators',
  title: { en: 'Published indicators of the country' },
  definition: { en: 'Published series about the country, by indicator, partner country, source and year.' },
  clause: 'Migration Profile template: country context and indicator menu',
  needs: ['indicator_series'],
  dimensions: [
    dimension.source,
    { name: 'indicator', label: { en: 'Indicator' }, classification: 'indicator' },
    { name: 'unit', label: { en: 'Unit' } },
    { name: 'partner', label: { en: 'Partner country' }, classification: 'country' },
    dimension.timePeriod,
  ],
  values: [{ ...publishedValue('value', 'Value', 'as the dimension unit says', 2), additive: false }],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'indicator_series',
      columns: {
        indicator: "coalesce(r.indicator, '_U')",
        unit: "coalesce(r.unit, '')",
        partner: "coalesce(r.partner, '_T')",
        time_period: 'r.time_period',
        period: 'r.time_period',
        value: 'r.obs_value',
      },
      where: `r.reference_area = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['indicator', 'partner', 'time_period'],
      cell: ['indicator', 'unit', 'partner', 'time_period'],
    }),
    {
      name: 'table_rows',
      describe: 'The figures as published; indicators are not added up.',
      sql: 'select source, indicator, unit, partner, time_period, value from facts',
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
