import type { ClassificationDeclaration } from '../declaration.ts';
import { defineClassification } from '../shapes/define-classification.ts';
import { type ItemLine, itemsOf } from './items-of.ts';

const declined: readonly ItemLine[] = [
  ['_U', 'Does not know or does not wish to answer', ['dk', "don't know", 'no answer', 'refused', 'dwa']],
];

function scale(id: string, label: string, ...answers: readonly ItemLine[]): ClassificationDeclaration {
  return defineClassification({
    id: `reintegration_${id}`,
    label: { en: label },
    description: { en: 'Answers of the reintegration sustainability survey, the best first where they are ranked.' },
    version: '1',
    source: 'IOM Reintegration Handbook, reintegration sustainability survey (MEASURE project, 2017)',
    status: 'interim',
    items: itemsOf(...answers, ...declined),
  });
}

const often: readonly ItemLine[] = [
  ['never', 'Never'],
  ['rarely', 'Rarely'],
  ['sometimes', 'Sometimes'],
  ['often', 'Often'],
  ['very_often', 'Very often', ['always']],
];

/** The scales on which the survey's questions are answered. */
export const reintegrationScales: readonly ClassificationDeclaration[] = [
  scale(
    'satisfaction',
    'Satisfaction',
    ['very_satisfied', 'Very satisfied'],
    ['satisfied', 'Satisfied'],
    ['ok', 'OK', ['neutral', 'fair']],
    ['dissatisfied', 'Dissatisfied'],
    ['very_dissatisfied', 'Very dissatisfied'],
  ),
  scale('frequency', 'How often', ...often),
  scale('yes_no', 'Yes or no', ['yes', 'Yes', ['y', '1', 'true']], ['no', 'No', ['n', '0', 'false']]),
  scale(
    'quality',
    'How good',
    ['very_good', 'Very good'],
    ['good', 'Good'],
    ['fair', 'Fair', ['ok', 'average']],
    ['poor', 'Poor', ['bad']],
    ['very_poor', 'Very poor', ['very bad']],
  ),
  scale(
    'debt',
    'Spending and debt',
    ['no_debt', 'No debt', ['none']],
    ['spending', 'Spending is larger than debt', ['spending larger', 'spending']],
    ['debt', 'Debt is larger than spending', ['debt larger', 'debt']],
  ),
  scale(
    'attendance',
    'School attendance',
    ['all', 'All children of school age, or none in the household', ['none in household', 'no children']],
    ['some', 'Some of them'],
    ['none', 'None of them'],
  ),
  scale(
    'strength',
    'How strong',
    ['very_strong', 'Very strong'],
    ['strong', 'Strong'],
    ['fair', 'Fair', ['neutral', 'ok']],
    ['weak', 'Weak'],
    ['very_weak', 'Very weak'],
  ),
  scale(
    'agreement',
    'Agreement',
    ['strongly_agree', 'Strongly agree'],
    ['agree', 'Agree'],
    ['neutral', 'Neither agrees nor disagrees', ['neither']],
    ['disagree', 'Disagree'],
    ['strongly_disagree', 'Strongly disagree'],
  ),
  scale(
    'safety',
    'How safe',
    ['very_safe', 'Very safe'],
    ['safe', 'Safe'],
    ['neutral', 'Neither safe nor unsafe', ['neither', 'ok']],
    ['unsafe', 'Unsafe'],
    ['very_unsafe', 'Very unsafe'],
  ),
  scale(
    'reason_to_look',
    'Why work is looked for',
    ['unemployed', 'Unemployed'],
    ['unhappy', 'Unhappy with work, conditions or pay'],
    ['other', 'Other'],
  ),
  scale(
    'reason_to_leave',
    'Why one would leave',
    ['need', 'Needs to leave', ['need to leave']],
    ['wish', 'Wishes to leave', ['wish to leave', 'want to leave']],
  ),
];
