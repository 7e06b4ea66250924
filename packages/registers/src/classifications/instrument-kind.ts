import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Kind of legal or policy instrument. */
export const instrumentKind = defineClassification({
  id: 'instrument_kind',
  label: { en: 'Kind of instrument' },
  description: { en: 'Kind of law, policy or agreement.' },
  version: '1',
  source: 'IOM Migration Governance Indicators',
  status: 'interim',
  items: itemsOf(
    ['act', 'Act', ['law', 'order', 'statute', 'proclamation', 'constitution'], 'Molao'],
    ['regulations', 'Regulations', ['regulation', 'rules', 'legal notice', 'subsidiary legislation']],
    ['policy', 'Policy', ['national policy'], 'Leano'],
    ['strategy', 'Strategy', ['action plan', 'plan', 'strategic plan', 'national plan of action']],
    [
      'agreement',
      'Agreement',
      ['bilateral agreement', 'mou', 'memorandum of understanding', 'treaty', 'convention'],
      'Tumellano',
    ],
    ['protocol', 'Protocol', ['regional protocol']],
  ),
});
