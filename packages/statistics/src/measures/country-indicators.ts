import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { publishedFacts, yearInPeriod } from '../steps/published.ts';

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
    { name: 'year', label: { en: 'Period' }, isTime: true },
  ],
  values: [publishedValue('value', 'Value', 'as the dimension unit says', 2)],
  basis: 'published',
  status: 'final',
  steps: [
    ...publishedFacts({
      register: 'indicator_series',
      columns: {
        indicator: "coalesce(r.indicator, '_U')",
        unit: "coalesce(r.unit, '')",
        partner: "coalesce(r.partner, '_T')",
        year: 'r.time_period',
        period: 'r.time_period',
        value: 'r.obs_value',
      },
      where: `r.reference_area = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['indicator', 'partner', 'year'],
      cell: ['indicator', 'unit', 'partner', 'year'],
    }),
    {
      name: 'table_rows',
      describe: 'The figures as published; indicators are not added up.',
      sql: 'select source, indicator, unit, partner, year, value from facts',
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
