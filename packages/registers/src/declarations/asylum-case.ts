import { when } from '../condition.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** Applications for asylum, what was decided, and the refugees who came of them. */
export const asylumCase = defineRegister({
  id: 'asylum_case',
  label: { en: 'Asylum cases', st: 'Baphaphathehi' },
  description: {
    en: 'One record for each asylum case: principal applicant, persons in the case, status and decision.',
  },
  custodian: 'refugees_commissioner',
  source: 'EGRISS International Recommendations on Refugee Statistics (2018)',
  datedBy: 'applied_on',
  key: ['case_number'],
  fields: [
    recordIdField(['registration number', 'individual number', 'progres id', 'refugee number']),
    fieldOf('case_number', 'identifier', 'Case number', 'Number of the asylum case.', {
      required: true,
      personal: 'identity',
      aliases: [
        'case number',
        'case no',
        'case no.',
        'case id',
        'asylum case no',
        'registration group',
        'numéro de dossier',
        'número do processo',
      ],
    }),
    ...personFields(),
    fieldOf('persons_in_case', 'integer', 'Persons in the case', 'Principal applicant and family members.', {
      unit: 'persons',
      minimum: 1,
      maximum: 60,
      aliases: [
        'persons in case',
        'case size',
        'family size',
        'number of persons',
        'no of persons',
        'persons',
        'household size',
        'group size',
        'dependants incl. applicant',
      ],
    }),
    fieldOf('applied_on', 'date', 'Applied on', 'Day on which asylum was asked for.', {
      required: true,
      minimum: '1950-01-01',
      aliases: [
        'applied on',
        'application date',
        'date of application',
        'date applied',
        'registration date',
        'date of registration',
        'date registered',
        'arrival date',
        'date of arrival',
        "date de demande d'asile",
      ],
    }),
    fieldOf('status', 'code', 'Status', 'Where the person stands today.', {
      classification: 'asylum_status',
      aliases: ['status', 'legal status', 'current status', 'asylum status', 'refugee status', 'category', 'statut'],
    }),
    fieldOf('decision', 'code', 'Decision', 'What was decided on the application.', {
      classification: 'asylum_decision',
      aliases: ['decision', 'rsd decision', 'outcome', 'rsd outcome', 'result', 'determination', 'décision'],
    }),
    fieldOf('decided_on', 'date', 'Decided on', 'Day of the decision.', {
      minimum: '1950-01-01',
      aliases: ['decided on', 'decision date', 'date of decision', 'rsd date', 'date decided', 'recognition date'],
    }),
    fieldOf('district', 'code', 'District', 'District in which the person lives.', {
      sesotho: 'Setereke',
      classification: 'district',
      personal: 'quasi',
      aliases: [
        'district',
        'setereke',
        'district of residence',
        'location',
        'settlement',
        'reception centre',
        'place of residence',
      ],
    }),
    fieldOf('ended_on', 'date', 'Ended on', 'Day on which the case was closed.', {
      minimum: '1950-01-01',
      aliases: [
        'ended on',
        'closed on',
        'date closed',
        'closure date',
        'end date',
        'date of cessation',
        'departure date',
      ],
    }),
    fieldOf(
      'end_reason',
      'text',
      'Reason of the end',
      'Why the case was closed: resettled, returned, naturalised, died, left.',
      {
        personal: 'sensitive',
        aliases: ['end reason', 'reason closed', 'closure reason', 'reason for closure', 'durable solution', 'remarks'],
      },
    ),
  ],
  rules: [
    {
      id: 'decided_not_before_applied',
      must: when('decided_on').isNotBefore('applied_on'),
      severity: 'error',
      message: { en: 'The decision is dated before the application; the same day or later is accepted.' },
      fields: ['decided_on', 'applied_on'],
    },
    {
      id: 'ended_not_before_applied',
      must: when('ended_on').isNotBefore('applied_on'),
      severity: 'error',
      message: { en: 'The case ended before the application; the same day or later is accepted.' },
      fields: ['ended_on', 'applied_on'],
    },
    {
      id: 'born_before_application',
      must: when('date_of_birth').isNotAfter('applied_on'),
      severity: 'error',
      message: { en: 'The date of birth is later than the application.' },
      fields: ['date_of_birth', 'applied_on'],
    },
    {
      id: 'applicant_is_no_citizen',
      must: when('nationality').isNot('_T'),
      severity: 'error',
      message: { en: 'A person has a citizenship, or none (XXA); "all countries" is not accepted.' },
      fields: ['nationality'],
    },
  ],
});
