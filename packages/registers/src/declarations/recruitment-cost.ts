import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { recordIdField } from './record-id-field.ts';

/** What migrant workers paid to be recruited and what they earned first: answers of a survey, without names. */
export const recruitmentCost = defineRegister({
  id: 'recruitment_cost',
  label: { en: 'Recruitment costs' },
  description: {
    en: 'One record for each migrant worker interviewed on the costs of recruitment and the first earnings abroad.',
  },
  custodian: 'labour_commissioner',
  source: 'SDG indicator 10.7.1; ILO and World Bank guidelines on statistics for recruitment costs (2019)',
  datedBy: 'interviewed_on',
  key: ['interview_number'],
  fields: [
    recordIdField(['respondent id']),
    fieldOf('interview_number', 'identifier', 'Interview', 'Number of the interview in the survey.', {
      required: true,
      aliases: ['interview number', 'interview no', 'interview id', 'questionnaire no', 'respondent'],
    }),
    fieldOf('interviewed_on', 'date', 'Interviewed on', 'Day of the interview.', {
      required: true,
      minimum: '2000-01-01',
      aliases: ['interviewed on', 'interview date', 'date of interview', 'survey date'],
    }),
    fieldOf('destination', 'country', 'Country of work', 'Country to which the worker was recruited.', {
      required: true,
      classification: 'country',
      personal: 'quasi',
      aliases: ['destination', 'country of work', 'destination country', 'country of destination', 'worked in'],
    }),
    fieldOf('sex', 'sex', 'Sex', 'Sex of the worker.', {
      classification: 'sex',
      personal: 'quasi',
      sesotho: 'Boleng',
      aliases: ['sex', 'gender', 'boleng'],
    }),
    fieldOf('occupation', 'code', 'Occupation', 'Occupation in the first job abroad.', {
      classification: 'isco08',
      personal: 'quasi',
      aliases: ['occupation', 'job', 'isco', 'isco code'],
    }),
    fieldOf(
      'cost_paid',
      'money',
      'Costs paid',
      'All that the worker paid to be recruited, in one currency with the earnings.',
      {
        required: true,
        minimum: 0,
        aliases: ['cost paid', 'recruitment cost', 'costs paid', 'total cost', 'total recruitment cost', 'amount paid'],
      },
    ),
    fieldOf(
      'monthly_earnings',
      'money',
      'First monthly earnings',
      'Earnings of the first month abroad, in the currency of the costs.',
      {
        required: true,
        minimum: 0,
        aliases: [
          'monthly earnings',
          'first month earnings',
          'monthly income',
          'first monthly wage',
          'earnings',
          'monthly wage',
        ],
      },
    ),
  ],
  rules: [],
});
