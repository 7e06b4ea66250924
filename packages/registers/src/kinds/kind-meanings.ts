import type { Kind, KindMeaning } from '../kind.ts';
import { ageKind } from './age.ts';
import { booleanKind } from './boolean.ts';
import { codeKind } from './code.ts';
import { countryKind } from './country.ts';
import { dateKind } from './date.ts';
import { decimalKind } from './decimal.ts';
import { documentNumberKind } from './document-number.ts';
import { durationDaysKind } from './duration-days.ts';
import { emailKind } from './email.ts';
import { identifierKind } from './identifier.ts';
import { instantKind } from './instant.ts';
import { integerKind } from './integer.ts';
import { longTextKind } from './long-text.ts';
import { moneyKind } from './money.ts';
import { monthKind } from './month.ts';
import { partialDateKind } from './partial-date.ts';
import { personNameKind } from './person-name.ts';
import { phoneKind } from './phone.ts';
import { placeKind } from './place.ts';
import { sexKind } from './sex.ts';
import { textKind } from './text.ts';
import { yearKind } from './year.ts';

/** The meaning of each kind. A new kind fails to compile here until it has one. */
export const kindMeanings: Readonly<Record<Kind, KindMeaning>> = {
  text: textKind,
  long_text: longTextKind,
  person_name: personNameKind,
  date: dateKind,
  partial_date: partialDateKind,
  instant: instantKind,
  year: yearKind,
  month: monthKind,
  sex: sexKind,
  country: countryKind,
  code: codeKind,
  identifier: identifierKind,
  document_number: documentNumberKind,
  place: placeKind,
  phone: phoneKind,
  email: emailKind,
  integer: integerKind,
  decimal: decimalKind,
  money: moneyKind,
  boolean: booleanKind,
  age: ageKind,
  duration_days: durationDaysKind,
};
