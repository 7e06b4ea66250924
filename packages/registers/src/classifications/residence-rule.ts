import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Rules of residence. */
export const residenceRule = defineClassification({
  id: 'residence_rule',
  label: { en: 'Residence rules' },
  description: { en: 'By which rule a person counts as resident, and so as migrant.' },
  version: '1',
  source:
    'UN 1998 Recommendations Rev.1; UN conceptual frameworks and concepts on international migration and mobility (2021); Stats NZ outcomes-based rule',
  status: 'official',
  items: itemsOf(
    ['12m', 'Twelve months', ['12 months', 'one year', '1 year', 'twelve months', '12/12', 'at least 12 months']],
    [
      '6m1d',
      'Six months and a day',
      ['6 months and 1 day', 'six months and one day', 'most of the last 12 months', '6 months', '183 days'],
    ],
    ['12/16', 'Twelve of sixteen months', ['12 of 16 months', '12/16 months rule', '12-16']],
    ['9/12', 'Nine of twelve months', ['9 of 12 months']],
    ['6/12', 'Six of twelve months', ['6 of 12 months']],
    ['intention', 'Intended stay', ['intention', 'intended duration', 'intentions-based', 'intends 12 months']],
    ['permit', 'Validity of the permit', ['permit duration', 'registered permit', 'administrative']],
    ['census', 'Usual residence as the census has it', ['census', 'usual resident', 'de jure']],
    ['not_stated', 'Not stated', ['unknown', 'not specified', 'n/a']],
  ),
});
