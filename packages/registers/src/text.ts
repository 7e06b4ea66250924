/** Words a person reads: English always, Sesotho where the translation exists. Keys are ISO 639-1 codes. */
export interface Text {
  readonly en: string;
  readonly st?: string;
}

export type Language = keyof Text;

/** Returns the text in the wanted language, or in English where there is no translation. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.en;
}
