import { inLanguage, type Language, type Text } from '@leeto/registers';
import { fillPhrase } from '../explain/bilingual.ts';
import { maskValue } from './mask-value.ts';
import type { ReportInput } from './report-input.ts';
import { type ReportPhrase, reportPhrases } from './report-phrases.ts';

/** What every section is rendered with. */
export interface ReportContext {
  readonly input: ReportInput;
  readonly language: Language;
  /** A phrase of the report in its language. */
  readonly say: (phrase: ReportPhrase, parts?: Readonly<Record<string, Text | string>>) => string;
  /** A text of the model in the report's language. */
  readonly read: (text: Text) => string;
  /** A value of a record as it may be printed. */
  readonly shown: (value: string) => string;
}

export function reportContext(input: ReportInput): ReportContext {
  const language = input.language ?? 'en';
  return {
    input,
    language,
    say: (phrase, parts = {}) => fillPhrase(reportPhrases[phrase], parts)[language],
    read: (text) => inLanguage(text, language),
    shown: (value) => (input.showValues ? value : maskValue(value)),
  };
}
