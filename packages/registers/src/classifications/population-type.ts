import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Kinds of populations that UNHCR counts. */
export const populationType = defineClassification({
  id: 'population_type',
  label: { en: 'Populations that UNHCR counts' },
  description: { en: 'Kinds of displaced and stateless persons.' },
  version: 'UNHCR 2024',
  source: 'UNHCR Refugee Data Finder, methodology',
  status: 'official',
  items: itemsOf(
    [
      'refugees',
      'Refugees',
      ['ref', 'refugees under unhcr mandate', 'refugee', 'refugees (incl. refugee-like situations)'],
    ],
    [
      'asylum_seekers',
      'Asylum-seekers',
      ['asy', 'asylum seekers', 'asylum-seekers', 'asylum_seekers', 'asylum-seekers (pending cases)'],
    ],
    ['returned_refugees', 'Returned refugees', ['ret', 'returned refugees']],
    [
      'internally_displaced',
      'Internally displaced persons',
      ['idp', 'idps', 'idps of concern to unhcr', 'internally displaced'],
    ],
    ['returned_idps', 'Returned internally displaced persons', ['rdp', 'returned idps']],
    ['stateless', 'Stateless persons', ['sta', 'stateless']],
    ['others_of_concern', 'Others of concern', ['ooc', 'others of concern', 'others of concern to unhcr']],
    [
      'in_need_of_protection',
      'Other people in need of international protection',
      ['oip', 'vda', 'other people in need of international protection', 'venezuelans displaced abroad'],
    ],
    ['host_community', 'Host community', ['hst', 'hco', 'host community']],
  ),
});
