import { when } from '../condition.ts';
import type { Rule } from '../declaration.ts';
import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';

/** Application, decision and validity: the life of any permit. */
export const permitLifeFields: readonly FieldDeclaration[] = [
  fieldOf('applied_on', 'date', 'Applied on', 'Day on which the application was received.', {
    minimum: '1950-01-01',
    aliases: [
      'submitted',
      'applied',
      'date submitted',
      'applied on',
      'application date',
      'date of application',
      'date applied',
      'date received',
      'received',
      'lodged',
      'date lodged',
      'submission date',
      'date de demande',
      'data do pedido',
    ],
  }),
  fieldOf('decided_on', 'date', 'Decided on', 'Day of the decision.', {
    minimum: '1950-01-01',
    aliases: [
      'decided',
      'decided on',
      'decision date',
      'date of decision',
      'date decided',
      'date approved',
      'approval date',
      'date issued',
      'issue date',
      'date of issue',
      'issued on',
      'date de délivrance',
      'data de emissão',
    ],
  }),
  fieldOf('decision', 'code', 'Decision', 'What was decided on the application.', {
    classification: 'permit_decision',
    aliases: [
      'decision',
      'status',
      'outcome',
      'result',
      'application status',
      'approved/rejected',
      'granted/refused',
      'permit status',
    ],
  }),
  fieldOf('valid_from', 'date', 'Valid from', 'First day of validity.', {
    minimum: '1950-01-01',
    aliases: [
      'valid from',
      'start date',
      'from',
      'effective date',
      'validity start',
      'commencement date',
      'permit start',
      'date from',
      'valable du',
      'válido de',
    ],
  }),
  fieldOf('valid_until', 'date', 'Valid until', 'Last day of validity.', {
    minimum: '1950-01-01',
    aliases: [
      'valid until',
      'valid to',
      'expiry date',
      'expires',
      'expires on',
      'expiry',
      'end date',
      'to',
      'until',
      'date of expiry',
      'expiration date',
      'permit expiry',
      'validity end',
      "valable jusqu'au",
      'válido até',
    ],
  }),
];

/** Rules that hold of every permit and visa. */
export const permitRules: readonly Rule[] = [
  {
    id: 'valid_until_not_before_valid_from',
    must: when('valid_until').isNotBefore('valid_from'),
    severity: 'error',
    message: { en: 'The permit ends before it begins; an end on or after the first day is accepted.' },
    fields: ['valid_until', 'valid_from'],
  },
  {
    id: 'decided_not_before_applied',
    must: when('decided_on').isNotBefore('applied_on'),
    severity: 'error',
    message: { en: 'The decision is dated before the application; the same day or later is accepted.' },
    fields: ['decided_on', 'applied_on'],
  },
  {
    id: 'born_before_valid',
    must: when('date_of_birth').isNotAfter('valid_until'),
    severity: 'error',
    message: { en: 'The holder was born after the permit ended.' },
    fields: ['date_of_birth', 'valid_until'],
  },
  {
    id: 'born_before_application',
    must: when('date_of_birth').isNotAfter('applied_on'),
    severity: 'error',
    message: { en: 'The date of birth is later than the application.' },
    fields: ['date_of_birth', 'applied_on'],
  },
];
