import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NORMAL } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';

/** Authorisations given to employers to recruit foreign workers. */
export const labourCertifications = defineMeasure({
  id: 'labour_certifications',
  title: { en: 'Labour certifications by programme and decision' },
  definition: {
    en: "Decisions of the country's authorities on employers' applications to recruit foreign workers, by programme, decision and year of decision, with the workers requested and certified. Workers certified are places, not persons who came.",
  },
  clause: 'ILO 20th ICLS Guidelines 2018 (for-work international migrants); SDG 10.7.2 sub-category 4a',
  needs: ['labour_certification'],
  dimensions: [
    { name: 'programme', label: { en: 'Programme' } },
    { name: 'decision', label: { en: 'Decision' } },
    dimension.year,
  ],
  values: [
    countOf('cases', 'Cases', 'cases'),
    {
      name: 'workers_requested',
      label: { en: 'Workers requested' },
      unit: 'workers',
      kind: 'amount',
      of: 'cases',
      decimals: 0,
    },
    {
      name: 'workers_certified',
      label: { en: 'Workers certified' },
      unit: 'workers',
      kind: 'amount',
      of: 'cases',
      decimals: 0,
    },
  ],
  basis: 'microdata',
  status: 'final',
  steps: [
    {
      name: 'facts',
      describe:
        'Cases decided by agencies of the country in the period, each once: of its rows that with the most workers, which holds those of all.',
      sql: `select
  r.record_id,
  r.delivery_id,
  r.source_sheet,
  r.source_row,
  coalesce(r.programme, '_U') as programme,
  coalesce(r.decision, '_U') as decision,
  coalesce(strftime(r.decided_on, '%Y'), '_U') as year,
  r.workers_requested,
  r.workers_certified,
  strftime(r.decided_on, '%Y-%m') as period
from labour_certification_rows r
left join delivery d on d.delivery_id = r.delivery_id
where ${inPeriod('r.decided_on')}
  and not list_contains($foreign_agencies::varchar[], coalesce(d.agency, ''))
qualify row_number() over (
  partition by d.agency, coalesce(r.case_number, r.record_id)
  order by r.workers_certified desc nulls last, r.workers_requested desc nulls last, r.decided_on desc nulls last, r.record_id
) = 1`,
    },
    ...cubeSteps({
      dimensions: ['programme', 'decision', 'year'],
      apart: ['year'],
      values: {
        cases: 'count(*)',
        workers_requested: 'sum(workers_requested)',
        workers_certified: 'sum(workers_certified)',
      },
    }),
  ],
  notes: [
    { en: 'Workers are added up over the cases that state them; cases that do not are counted as cases only.' },
    {
      en: 'A case of an association has a row for the association, with the workers of all, and one for each member: the case counts once, with the workers of the row that has the most.',
    },
  ],
  sensitivity: NORMAL,
});
