import { dimension } from '../dimensions.ts';
import { defineFlowMeasure, immigration } from '../flow-measure.ts';
import { personOf } from '../steps/residence-flows.ts';
import { travellerKey } from '../steps/travellers.ts';

/** Immigrants with a work permit by occupation. */
export const immigrantsByOccupation = defineFlowMeasure({
  id: 'immigrants_by_occupation',
  title: 'Immigrants by occupation',
  definition:
    'Persons who took up residence in the country, by the major group of the occupation for which they hold a work permit (not stated where they hold none), sex and year of arrival.',
  clause: 'UN 1998 Recommendations Rev.1, core tabulation: flows by occupation (ISCO-08 major groups)',
  counted: { name: 'immigrants', label: 'Immigrants' },
  where: immigration,
  by: [
    [
      { name: 'occupation', label: { en: 'Occupation' }, classification: 'isco08' },
      `coalesce((
    select arg_max(left(w.occupation, 1), w.valid_from)
    from work_permit_rows w
    left join person_of_record_rows p on p.register = 'work_permit' and p.record_id = w.record_id
    where ${personOf('p', travellerKey('w'))} = f.person_id
  ), '_U')`,
    ],
    [dimension.sex, 'f.sex'],
  ],
  uses: ['work_permit'],
  notes: ['The occupation is that of the work permit; those who need none are among the not stated.'],
});
