import { wordForm } from './kind-words.ts';
import type { DatePart, LinkKind, NamePart } from './link-spec.ts';

export interface HeaderMeaning {
  readonly kind: LinkKind;
  readonly part?: NamePart | DatePart;
}

/**
 * What headers say, from the most telling to the least: the first that fits counts. The forms are those of `wordForm`: `soc_sec_id`,
 * `date_of_birth`. English, with Sesotho, French and Portuguese words that agencies of the region use.
 */
const meanings: readonly (readonly [RegExp, HeaderMeaning])[] = [
  [/(^|_)e?_?mail/, { kind: 'email' }],
  [/(^|_)(phone|telephone|mobile|cell|msisdn|tel|fax)(_|\d|$)/, { kind: 'phone' }],
  [/(zip|post)_?(al)?_?code|^zip|^postcode/, { kind: 'postcode' }],
  [
    /(ssn|soc(ial)?_?sec|national_?id|id_?(number|no|card)$|identity_?(number|no)|tax_?(id|no)|^nin$|nid$|nid_(no|number)$|^id_passport)/,
    { kind: 'identifier' },
  ],
  [
    /(issu\w*_(state|country|authority)|country|nationality|citizenship|^nation$|bochaba|naha|pays|pais)/,
    { kind: 'country' },
  ],
  [
    /(passport|document|travel_?doc|permit_?(no|num)|licen[cs]e_?(no|num)|drivers?_licen|(^|_)doc_?(no|num))/,
    { kind: 'document_number' },
  ],
  [/(^|_)(sex|gender|boleng|sexe|sexo)(_|$)/, { kind: 'sex' }],
  [/^(by|yob|birth_?year|year_of_birth)$/, { kind: 'date', part: 'year' }],
  [/^(bm|birth_?month|month_of_birth)$/, { kind: 'date', part: 'month' }],
  [/^(bd|birth_?day|day_of_birth)$/, { kind: 'date', part: 'day' }],
  [/(birth|born|naissance|nascimento)_?(place|town|city)|place_of_birth/, { kind: 'place' }],
  [
    /(^|_)(dob|birth_?date|date_?of_?birth|birth_?day|birth_?dt|d_o_b|b_?date|date_birth|dt_of_birth|dateofbirth|born|tsoalo|naissance|nascimento)(_|$)|^birth$/,
    { kind: 'date' },
  ],
  [/(street_?(no|num|number)|house_?(no|num|number)|unit_?number)/, { kind: 'text' }],
  [/(address|street|^addr?(_|\d|$)|road|residence$)/, { kind: 'address' }],
  [/(middle|second_given)/, { kind: 'person_name', part: 'middle' }],
  [
    /(given|fore_?names?|first_?names?|^first$|^fname|christian|prenom|^lebitso)/,
    { kind: 'person_name', part: 'given' },
  ],
  [
    /(surname|family_?name|^family$|last_?names?|^last$|^lname|maiden|fane|apelido|^nom$)/,
    { kind: 'person_name', part: 'family' },
  ],
  [/(^|_)(full_?name|name|names|person_name|holder)$/, { kind: 'person_name', part: 'full' }],
  [
    /(^|_)(city|town|suburb|village|district|province|county|locality|municipality|state|place)(_|$)/,
    { kind: 'place' },
  ],
  [/(occupation|profession|job|employer|assignee)/, { kind: 'text' }],
];

/** Columns that say something of an event or a row, not of a person. */
const NOT_OF_A_PERSON =
  /(^|_)(file|port|purpose|status|decision|issued?|expiry|expires|expiration|valid|on|at|time|amount|fee|remarks?|notes?|comments?|source|created|updated|company|category|type)(_|$)|employer_name|user_?name/;

const TRUTH =
  /^(cluster|cluster_id|truth|true_id|true_person|person_true|entity_id|identity|ground_truth|truth_person)$/;

/** What a header says of its column; null where it says nothing that tells persons apart. */
export function meaningOfHeader(header: string): HeaderMeaning | null {
  const form = wordForm(header);
  if (NOT_OF_A_PERSON.test(form)) return null;
  return meanings.find(([pattern]) => pattern.test(form))?.[1] ?? null;
}

/** Whether a header says that its column tells who is who. */
export function isTruthHeader(header: string): boolean {
  return TRUTH.test(wordForm(header));
}

/** Whether a header may be that of an id of rows; the higher the surer, 0 for no. */
export function idHeaderScore(header: string): number {
  const form = wordForm(header);
  if (
    /^(unique_id|rec_?id|record_?(id|no|nr|num|number)|rec_?(no|nr|num)|row_?(id|no|num|number)|uid|uuid|record)$/.test(
      form,
    )
  )
    return 3;
  if (
    /^(id|rid|key|index|no|nr|number|s_?n|s_?no|sr_?no|serial|serial_?(no|number)|line_?(no|number)|entry_?(no|number)|seq|#)$/.test(
      form,
    )
  )
    return 2;
  return /(^|_)id$|^id_|_key$|_ref(erence)?$/.test(form) ? 1 : 0;
}

/** Whether a header that could name rows could as well name persons: `ID`, of which a file may mean the identity card. */
export function mayBeIdentity(header: string): boolean {
  return /^(id|ids|id_?s)$/.test(wordForm(header));
}
