import { isoOf } from './calendar.ts';
import { type DocumentType, documentOn, type Person } from './person.ts';

/** What a clerk takes down of a person: true at first, then perhaps spoilt (`spoil`). Dates are ISO text, even impossible ones. */
export interface PersonBlock {
  surname: string;
  givenNames: string;
  sex: string;
  dateOfBirth: string;
  /** ISO 3166-1 alpha-3. */
  nationality: string;
  documentType: DocumentType;
  documentNumber: string;
  documentIssuingState: string;
  documentExpires: string;
  /** True where the clerk uses another spelling of a code than the agency's own. */
  hasCodeVariant: boolean;
}

/** The person as they truly are on a day. */
export function blockOf(person: Person, day: number): PersonBlock {
  const document = documentOn(person, day);
  return {
    surname: person.surname,
    givenNames: person.givenNames,
    sex: person.sex,
    dateOfBirth: isoOf(person.birthDay),
    nationality: person.citizenship,
    documentType: document.type,
    documentNumber: document.number,
    documentIssuingState: document.issuingState,
    documentExpires: document.type === 'none' ? '' : isoOf(document.expires),
    hasCodeVariant: false,
  };
}
