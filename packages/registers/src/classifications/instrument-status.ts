import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Status of a legal or policy instrument. */
export const instrumentStatus = defineClassification({
  id: 'instrument_status',
  label: { en: 'Status of an instrument' },
  description: { en: 'Whether it is in force.' },
  version: '1',
  source: 'IOM Migration Governance Indicators',
  status: 'interim',
  items: itemsOf(
    ['in_force', 'In force', ['active', 'current', 'enacted', 'effective', 'force']],
    ['adopted', 'Adopted', ['approved', 'signed']],
    ['launched', 'Launched', ['published']],
    ['amended', 'Amended', ['as amended']],
    ['repealed', 'Repealed', ['replaced', 'revoked', 'superseded']],
    ['pending', 'Pending', ['bill', 'draft', 'not in force', 'not yet in force']],
  ),
});
