import type { DatePart, LinkKind, NamePart } from './link-spec.ts';

export interface KindAndPart {
  readonly kind: LinkKind;
  readonly part?: NamePart | DatePart;
}

/** Words under which people name a kind; the first of each list is the kind's own. */
const words: readonly (readonly [KindAndPart, string])[] = [
  [{ kind: 'person_name' }, 'person_name name names person human_name'],
  [
    { kind: 'person_name', part: 'given' },
    'given_name given_names givenname first_name first_names firstname forename forenames fname christian_name',
  ],
  [
    { kind: 'person_name', part: 'family' },
    'family_name familyname surname last_name lastname lname second_surname maiden_name family surnames',
  ],
  [{ kind: 'person_name', part: 'middle' }, 'middle_name middle_names middlename middle_initial middle'],
  [{ kind: 'person_name', part: 'full' }, 'full_name fullname complete_name whole_name'],
  [
    { kind: 'date' },
    'date partial_date dob date_of_birth birth_date birthdate birthday birth day_of_birth datetime timestamp calendar_date iso_date',
  ],
  [{ kind: 'date', part: 'year' }, 'year birth_year year_of_birth yob'],
  [{ kind: 'date', part: 'month' }, 'month birth_month month_of_birth mob'],
  [{ kind: 'date', part: 'day' }, 'day birth_day'],
  [{ kind: 'sex' }, 'sex gender'],
  [{ kind: 'country' }, 'country nationality citizenship nation country_code country_of_birth issuing_state'],
  [
    { kind: 'document_number' },
    'document_number document passport passport_number passport_no travel_document document_no doc_number permit_number driving_licence drivers_license licence_number license_number',
  ],
  [
    { kind: 'identifier' },
    'identifier id id_number national_id national_id_number identity_number ssn social_security_number soc_sec_id nin tax_id person_number id_no unique_identifier',
  ],
  [{ kind: 'phone' }, 'phone telephone phone_number telephone_number mobile cell cellphone tel msisdn'],
  [{ kind: 'email' }, 'email e_mail email_address mail'],
  [
    { kind: 'place' },
    'place city town suburb village district state province region county locality location birth_place place_of_birth municipality settlement',
  ],
  [{ kind: 'address' }, 'address street street_name street_address address_line residence'],
  [{ kind: 'postcode' }, 'postcode zip zipcode zip_code postal_code post_code'],
  [{ kind: 'code' }, 'code category categorical enum boolean bool class status'],
  [{ kind: 'text' }, 'text string free_text words str varchar long_text occupation'],
  [{ kind: 'number' }, 'number integer numeric int float double decimal age amount real'],
];

const kinds = new Map(words.flatMap(([kind, list]) => list.split(' ').map((word) => [word, kind] as const)));

const parts: ReadonlyMap<string, NamePart | DatePart> = new Map(
  (
    [
      ['given', 'given first forename forenames given_name given_names first_name christian'],
      ['family', 'family last surname family_name last_name second'],
      ['middle', 'middle middle_name middle_names initial middle_initial'],
      ['full', 'full whole complete all full_name any'],
      ['year', 'year y yyyy yy birth_year'],
      ['month', 'month m mm birth_month'],
      ['day', 'day d dd birth_day'],
    ] as const
  ).flatMap(([part, list]) => list.split(' ').map((word) => [word, part] as const)),
);

/** Kinds as the spec's own words, for messages. */
export const KINDS: readonly LinkKind[] = [...new Set(words.map(([{ kind }]) => kind))];

/** A word as it is looked up: small letters, one line under it for whatever stands between words. */
export function wordForm(text: string): string {
  return text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/** The kind that a word stands for; undefined where it is not known. */
export function kindOfWord(word: string): KindAndPart | undefined {
  return kinds.get(wordForm(word));
}

/** The part that a word stands for, among those of the kind. */
export function partOfWord(word: string, kind: LinkKind): NamePart | DatePart | undefined {
  const part = parts.get(wordForm(word));
  const isOfDate = part === 'year' || part === 'month' || part === 'day';
  return part !== undefined && isOfDate === (kind === 'date') ? part : undefined;
}
