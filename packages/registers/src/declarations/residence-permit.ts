import { defineRegister } from '../shapes/define-register.ts';
import { permitLifeFields, permitRules } from './permit-fields.ts';
import { permitHolderFields } from './permit-holder-fields.ts';

/** Permits to reside in the country, with applications and refusals. */
export const residencePermit = defineRegister({
  id: 'residence_permit',
  label: { en: 'Residence permits', st: 'Mangolo a tumello ea bolulo' },
  description: {
    en: 'One record for each residence permit applied for, with its decision and validity; a renewal is a record of its own.',
  },
  custodian: 'home_affairs_residence',
  source: 'UN 1998 Recommendations Rev.1, administrative collection',
  datedBy: 'valid_from',
  key: ['permit_number', 'valid_from'],
  fields: [...permitHolderFields('residence'), ...permitLifeFields],
  rules: permitRules,
});
