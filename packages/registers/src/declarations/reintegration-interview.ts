import type { FieldDeclaration } from '../field.ts';
import { defineRegister } from '../shapes/define-register.ts';
import { fieldOf } from './field-of.ts';
import { recordIdField } from './record-id-field.ts';

/** Question number, scale, what is asked. */
const questions: readonly (readonly [number: number, scale: string, asked: string])[] = [
  [1, 'satisfaction', 'Satisfaction with the current economic situation'],
  [2, 'frequency', 'How often food was reduced because of its cost since the return'],
  [3, 'yes_no', 'Able to borrow money if needed'],
  [4, 'frequency', 'How often money is borrowed'],
  [5, 'debt', 'Which is larger, monthly spending or debt'],
  [6, 'quality', 'Access to opportunities of employment and training'],
  [7, 'yes_no', 'Currently working'],
  [8, 'yes_no', 'Owns productive assets'],
  [9, 'yes_no', 'Currently looking for a job'],
  [10, 'reason_to_look', 'Why a job is looked for'],
  [11, 'quality', 'Access to housing'],
  [12, 'quality', 'Standard of the own housing'],
  [13, 'quality', 'Access to education'],
  [14, 'attendance', 'Children of school age attending'],
  [15, 'quality', 'Access to justice and law enforcement'],
  [16, 'yes_no', 'Has at least one identity document'],
  [17, 'quality', 'Access to documentation'],
  [18, 'quality', 'Access to safe drinking water'],
  [19, 'quality', 'Access to health care'],
  [20, 'quality', 'Quality of health care'],
  [21, 'quality', 'Access to public services overall'],
  [22, 'frequency', 'Invited to or takes part in social activities'],
  [23, 'strength', 'Strength of the support network'],
  [24, 'agreement', 'Feels part of the community'],
  [25, 'safety', 'Feels physically safe in daily activities'],
  [26, 'frequency', 'Tensions or conflicts with the family since the return'],
  [27, 'frequency', 'Felt discriminated against since the return'],
  [28, 'frequency', 'Suffers from anger, sadness, fear, stress, loneliness, low self-worth or poor concentration'],
  [29, 'yes_no', 'Wishes specialised psychological support'],
  [30, 'yes_no', 'Feels able to stay and live in the country'],
  [31, 'reason_to_leave', 'If not, whether one needs or wishes to leave'],
];

/** Interviews of returnees on how lasting their return is. The questions are known, the official weights are not. */
export const reintegrationInterview = defineRegister({
  id: 'reintegration_interview',
  label: { en: 'Reintegration interviews' },
  description: { en: 'One record for each interview of a returnee with the reintegration sustainability survey.' },
  custodian: 'social_development',
  source: 'IOM Reintegration Handbook, annex 4 (reintegration sustainability survey)',
  datedBy: 'interviewed_on',
  isProtected: true,
  key: ['interview_number'],
  fields: [
    recordIdField(['beneficiary id', 'mimosa no']),
    fieldOf('interview_number', 'identifier', 'Interview', 'Number of the interview.', {
      required: true,
      aliases: ['interview number', 'interview no', 'interview id', 'questionnaire no'],
    }),
    fieldOf('case_number', 'identifier', 'Case', 'Number of the case of return, without any name.', {
      personal: 'identity',
      aliases: ['case number', 'case no', 'return case'],
    }),
    fieldOf('interviewed_on', 'date', 'Interviewed on', 'Day of the interview.', {
      required: true,
      minimum: '2000-01-01',
      aliases: ['interviewed on', 'interview date', 'date of interview'],
    }),
    fieldOf(
      'months_since_return',
      'integer',
      'Months since the return',
      'Whole months between return and interview; 0 for the baseline.',
      {
        unit: 'months',
        minimum: 0,
        maximum: 240,
        aliases: ['months since return', 'months after return', 'round months'],
      },
    ),
    fieldOf('sex', 'sex', 'Sex', 'Sex of the returnee.', {
      sesotho: 'Boleng',
      classification: 'sex',
      personal: 'quasi',
      aliases: ['sex', 'gender', 'boleng'],
    }),
    fieldOf('return_type', 'code', 'Type of return', 'Whether the return was voluntary, assisted or forced.', {
      classification: 'return_type',
      personal: 'sensitive',
      aliases: ['return type', 'type of return'],
    }),
    fieldOf('district', 'code', 'District', 'District of residence.', {
      sesotho: 'Setereke',
      classification: 'district',
      personal: 'quasi',
      aliases: ['district', 'setereke'],
    }),
    ...questions.map(questionField),
  ],
  rules: [],
});

function questionField([number, scale, asked]: (typeof questions)[number]): FieldDeclaration {
  const name = `q${String(number).padStart(2, '0')}`;
  return fieldOf(name, 'code', `${number}. ${asked}`, `${asked}.`, {
    classification: `reintegration_${scale}`,
    personal: 'sensitive',
    aliases: [name, `q${number}`, `question ${number}`, asked.toLowerCase()],
  });
}
