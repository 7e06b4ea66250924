import type { MeasureStep } from '../measure.ts';
import { publishedFacts, publishedTotals, yearInPeriod } from './published.ts';

/** The side of a published pair of countries that a table is by; the other side is the country of interest. */
type Side = 'origin' | 'asylum_country';

/** Where the table is by origin, the country of interest gives asylum, and the other way round. */
function concerning(by: Side): string {
  const ours: Side = by === 'origin' ? 'asylum_country' : 'origin';
  return `r.${ours} = $country and r.obs_value is not null and ${yearInPeriod}`;
}

/** Steps of the asylum statistics as published: applications, decisions and solutions by country of origin or of asylum. */
export function asylumSteps(by: Side): readonly MeasureStep[] {
  return [
    ...publishedFacts({
      register: 'asylum_statistic',
      columns: {
        indicator: "coalesce(r.indicator, '_U')",
        [by]: `coalesce(r.${by}, '_U')`,
        time_period: 'left(r.time_period, 4)',
        procedure_type: "coalesce(r.procedure_type, '_U')",
        decision_level: "coalesce(r.decision_level, '_U')",
        application_type: "coalesce(r.application_type, '_U')",
        is_in_cases: "(coalesce(r.counted_unit, 'P') = 'C')",
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: concerning(by),
      slice: ['indicator', 'time_period'],
      // Where one row is told in persons and in cases, these are the same applications.
      prefer: 'is_in_cases',
      cell: ['indicator', by, 'time_period', 'procedure_type', 'decision_level', 'application_type'],
    }),
    ...publishedTotals({ dimensions: ['source', 'indicator', by, 'time_period'], totals: [by], value: 'value' }),
  ];
}

/** Steps of the populations of concern as published, at the end of the year, by country of origin or of asylum. */
export function personsOfConcernSteps(by: Side): readonly MeasureStep[] {
  return [
    ...publishedFacts({
      register: 'refugee_population',
      columns: {
        population_type: "coalesce(r.population_type, '_U')",
        [by]: `coalesce(r.${by}, '_U')`,
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: concerning(by),
      slice: ['population_type', 'time_period'],
      cell: ['population_type', by, 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'population_type', by, 'time_period'],
      totals: [by],
      value: 'persons',
    }),
  ];
}
