import { defineFlowMeasure } from '../flow-measure.ts';

const band = (days: string) =>
  `case when ${days} is null then '_U' when ${days} < 90 then 'under_3_months' when ${days} < 365 then 'from_3_to_12_months' else 'from_12_months' end`;

/** Arrivals by how long people meant to stay and how long they did. */
export const arrivalsByDuration = defineFlowMeasure({
  id: 'arrivals_by_duration',
  title: 'Arrivals by intended and actual duration',
  definition:
    'Arrivals of persons resident abroad, by the days that they meant to stay, the days until they left again, and year. Stays that have not ended count with their days so far where these are 365 or more, else as not known.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: flows by duration, intended and actual',
  counted: { name: 'arrivals', label: 'Arrivals' },
  where: "f.direction = 'arrival' and f.status_before = 'non_resident' and not f.commuter",
  by: [
    [{ name: 'intended', label: { en: 'Intended duration' } }, band('f.intended_days')],
    [
      { name: 'actual', label: { en: 'Actual duration' } },
      band('coalesce(f.next_on - f.crossed_on, case when f.observed_days >= 365 then f.observed_days end)'),
    ],
  ],
  notes: ['Arrivals are counted, not persons: somebody who comes twice a year counts twice.'],
});
