import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { permitLifeFields, permitRules } from './permit-fields.ts';
import { permitHolderFields } from './permit-holder-fields.ts';

/** Permits to work in the country, issued by the labour administration. */
export const workPermit = defineRegister({
  id: 'work_permit',
  label: { en: 'Work permits', st: 'Mangolo a tumello ea mosebetsi' },
  description: {
    en: 'One record for each work permit applied for by a foreign worker, with occupation, industry and employer.',
  },
  custodian: 'labour_commissioner',
  source: 'ILO 20th ICLS Guidelines concerning statistics of international labour migration (2018)',
  datedBy: 'valid_from',
  key: ['permit_number', 'valid_from'],
  fields: [
    ...permitHolderFields('work'),
    ...permitLifeFields,
    fieldOf('occupation_title', 'text', 'Occupation, as written', 'The occupation in the words of the application.', {
      sesotho: 'Mosebetsi',
      aliases: [
        'occupation',
        'occupation title',
        'job title',
        'position',
        'post',
        'designation',
        'profession',
        'mosebetsi',
        'job',
        'trade',
        'emploi',
        'profissão',
        'post applied for',
      ],
    }),
    fieldOf('occupation', 'code', 'Occupation', 'The occupation as a group of ISCO-08.', {
      classification: 'isco08',
      concept: 'OCCUPATION',
      source: 'ISCO-08',
      aliases: ['isco', 'isco code', 'isco-08', 'isco08', 'occupation code', 'occupational group'],
    }),
    fieldOf('industry', 'code', 'Industry', 'Economic activity of the employer, section of ISIC Rev.4.', {
      classification: 'isic_section',
      concept: 'ACTIVITY',
      source: 'ISIC Rev.4',
      aliases: [
        'industry',
        'sector',
        'economic activity',
        'isic',
        'isic code',
        'isic section',
        'branch',
        'economic sector',
        'secteur',
        'setor',
      ],
    }),
    fieldOf('employer_name', 'text', 'Employer', 'Name of the employer.', {
      personal: 'identity',
      aliases: [
        'employer',
        'employer name',
        'name of employer',
        'company',
        'company name',
        'firm',
        'organisation',
        'mohiri',
        'employeur',
        'empregador',
        'business name',
      ],
    }),
  ],
  rules: permitRules,
});
