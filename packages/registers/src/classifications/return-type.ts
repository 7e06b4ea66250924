import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Type of return. */
export const returnType = defineClassification({
  id: 'return_type',
  label: { en: 'Type of return' },
  description: { en: 'Whether a return was of own will.' },
  version: '1',
  source: 'IOM Glossary on Migration (2019)',
  status: 'official',
  items: itemsOf(
    ['voluntary', 'Voluntary', ['voluntary return', 'own will', 'self-organised']],
    [
      'assisted_voluntary',
      'Assisted voluntary',
      [
        'avr',
        'avrr',
        'assisted voluntary return',
        'assisted voluntary return and reintegration',
        'assisted',
        'iom assisted',
      ],
    ],
    [
      'forced',
      'Forced',
      [
        'deported',
        'deportation',
        'deportee',
        'removed',
        'removal',
        'expelled',
        'forced return',
        'repatriated by authorities',
      ],
    ],
    ['spontaneous', 'Spontaneous', ['spontaneous return', 'unassisted', 'on own means']],
  ),
});
