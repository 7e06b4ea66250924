import { all, any, not, when } from '../condition.ts';
import { defineMovementLog } from '../shapes/define-movement-log.ts';
import { borderDecisionFields } from './border-decision-fields.ts';
import { borderDocumentFields } from './border-document-fields.ts';
import { borderPassageFields } from './border-passage-fields.ts';
import { borderStayFields } from './border-stay-fields.ts';
import { borderTraceFields } from './border-trace-fields.ts';

/** A person's crossing of the border, in or out. The outcomes-based rule of migration flows and all overstay work stand on it. */
export const borderMovement = defineMovementLog({
  id: 'border_movement',
  label: { en: 'Border movements', st: 'Ho kena le ho tsoa meeling' },
  description: {
    en: 'One record for each crossing of the border by one person, at a post, in or out. A correction is a new event.',
  },
  custodian: 'home_affairs_immigration',
  source: 'UN 1998 Recommendations Rev.1, border collection; IRTS 2008; ICAO Doc 9303 and Annex 9',
  datedBy: 'crossed_on',
  key: [
    'port',
    'direction',
    'crossed_on',
    'crossed_at',
    'document_number',
    'document_issuing_state',
    'nationality',
    'date_of_birth',
    'surname',
    'given_names',
  ],
  fields: [
    ...borderPassageFields,
    ...borderDocumentFields,
    ...borderStayFields,
    ...borderDecisionFields,
    ...borderTraceFields,
  ],
  rules: [
    {
      id: 'born_before_crossing',
      must: when('date_of_birth').isNotAfter('crossed_on'),
      severity: 'error',
      message: { en: 'The date of birth is later than the crossing; a date on or before it is accepted.' },
      fields: ['date_of_birth', 'crossed_on'],
    },
    {
      id: 'crossed_at_on_the_day',
      must: when('crossed_at').equals('crossed_on'),
      severity: 'warning',
      message: { en: 'The time of the crossing is on another day than its date.' },
      fields: ['crossed_at', 'crossed_on'],
    },
    {
      id: 'authorised_after_arrival',
      must: any(when('direction').is('departure'), when('authorised_until').isNotBefore('crossed_on')),
      severity: 'error',
      message: {
        en: 'The stay is authorised until a day before the arrival; the day of arrival or later is accepted.',
      },
      fields: ['authorised_until', 'crossed_on'],
    },
    {
      id: 'document_valid_at_crossing',
      must: when('document_expires_on').isNotBefore('crossed_on'),
      severity: 'warning',
      message: { en: 'The travel document had expired on the day of the crossing.' },
      fields: ['document_expires_on', 'crossed_on'],
    },
    {
      id: 'intended_days_plausible',
      must: when('intended_days').isAtMost(3653),
      severity: 'warning',
      message: { en: 'The intended stay is longer than ten years; is it in days?' },
      fields: ['intended_days'],
    },
    {
      id: 'refusal_has_ground',
      must: not(all(when('decision').is('refused'), when('refusal_ground').isNotStated())),
      severity: 'warning',
      message: { en: 'Entry was refused without a ground; state one of the refusal grounds.' },
      fields: ['refusal_ground', 'decision'],
    },
    {
      id: 'ground_needs_refusal',
      must: any(when('refusal_ground').isNotStated(), when('decision').isNot('admitted')),
      severity: 'warning',
      message: { en: 'A ground of refusal is stated for a person who was admitted.' },
      fields: ['refusal_ground', 'decision'],
    },
  ],
});
