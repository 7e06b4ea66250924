import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';

/** What a register wants to say of its person block beyond the common form. */
export interface PersonFieldsOptions {
  /** `nationality` is required in every register of persons but those of a country's own citizens. */
  readonly isNationalityRequired?: boolean;
}

/**
 * The block that every register of persons shares, and that records are linked by: names, sex, date of birth, citizenship
 * and travel document (UN 1998 Recommendations Rev.1, core variables; ICAO Doc 9303 for the document's part).
 */
export function personFields(options: PersonFieldsOptions = {}): readonly FieldDeclaration[] {
  return [...nameFields, ...lifeFields, nationalityField(options.isNationalityRequired ?? true), ...documentFields];
}

const nameFields: readonly FieldDeclaration[] = [
  fieldOf('surname', 'person_name', 'Surname', 'Primary identifier, as the travel document writes it.', {
    sesotho: 'Sefane',
    personal: 'identity',
    source: 'ICAO Doc 9303-3, 3.4',
    aliases: [
      'surname',
      'last name',
      'lastname',
      'family name',
      'name (surname)',
      'primary identifier',
      'sefane',
      'fane',
      'nom',
      'nom de famille',
      'apelido',
      'sobrenome',
      'van',
      'surname of applicant',
      'holder surname',
      'traveller surname',
      'passenger surname',
      'last_name',
      'family_name',
      'sname',
      'applicant surname',
    ],
  }),
  fieldOf('given_names', 'person_name', 'Given names', 'Secondary identifier: all given names, in their order.', {
    sesotho: 'Mabitso',
    personal: 'identity',
    source: 'ICAO Doc 9303-3, 3.4',
    aliases: [
      'given names',
      'given name',
      'first name',
      'first names',
      'forename',
      'forenames',
      'firstname',
      'other names',
      'secondary identifier',
      'lebitso',
      'mabitso',
      'prénom',
      'prénoms',
      'nome',
      'nomes próprios',
      'name',
      'names',
      'christian name',
      'given_name',
      'first_name',
      'first and middle names',
      'applicant names',
      'holder given names',
    ],
  }),
];

const lifeFields: readonly FieldDeclaration[] = [
  fieldOf('sex', 'sex', 'Sex', 'Sex as the travel document states it; X where it is unspecified.', {
    sesotho: 'Boleng',
    personal: 'quasi',
    classification: 'sex',
    source: 'ICAO Doc 9303-4, 4.1.1; UN 1998 Recommendations Rev.1',
    aliases: [
      'sex',
      'gender',
      'm/f',
      'male/female',
      'boleng',
      'bong',
      'sexe',
      'sexo',
      'género',
      'sex (m/f)',
      'gender (m/f)',
    ],
  }),
  fieldOf('date_of_birth', 'partial_date', 'Date of birth', 'Date of birth, as far as it is known.', {
    sesotho: 'Letsatsi la tsoalo',
    personal: 'quasi',
    minimum: '1880',
    source: 'ICAO Doc 9303-3, 4.8; UN 1998 Recommendations Rev.1',
    aliases: [
      'date of birth',
      'dob',
      'd.o.b.',
      'd o b',
      'birth date',
      'birthdate',
      'born',
      'born on',
      'year of birth',
      'yob',
      'biryear',
      'birth year',
      'letsatsi la tsoalo',
      'letsatsi la tlhaho',
      'date de naissance',
      'data de nascimento',
      'dateofbirth',
      'birth_date',
      'i94 birth year',
    ],
  }),
];

function nationalityField(required: boolean): FieldDeclaration {
  return fieldOf('nationality', 'country', 'Citizenship', 'Country of citizenship; XXA for a stateless person.', {
    sesotho: 'Bochaba',
    required,
    classification: 'country',
    personal: 'quasi',
    concept: 'CITIZENSHIP',
    source: 'UN 1998 Recommendations Rev.1; ICAO Doc 9303-3, section 5',
    aliases: [
      'nationality',
      'citizenship',
      'citizen of',
      'country of citizenship',
      'country of nationality',
      'nat',
      'natcode',
      'i94cit',
      'bochaba',
      'boahi',
      'naha ea tlhaho',
      'nationalité',
      'nacionalidade',
      'citizen',
      'nationality code',
      'passport nationality',
      'national of',
      'citizenship country',
      'origin nationality',
      'country of origin',
    ],
  });
}

const documentFields: readonly FieldDeclaration[] = [
  fieldOf('document_number', 'document_number', 'Document number', 'Number of the passport or other travel document.', {
    sesotho: 'Nomoro ea pasepoto',
    personal: 'identity',
    source: 'ICAO Doc 9303-3',
    aliases: [
      'document number',
      'document no',
      'doc no',
      'doc number',
      'passport number',
      'passport no',
      'passport no.',
      'passport',
      'passport/id number',
      'travel document number',
      'travel document no',
      'pp no',
      'ppt no',
      'ppno',
      'passportno',
      'nomoro ea pasepoto',
      'pasepoto',
      'numéro de passeport',
      'número do passaporte',
      'passaporte no',
      'id/passport',
      'passport / id no',
      'travel doc',
      'permit holder passport',
      'id number',
      'identity number',
    ],
  }),
  fieldOf('document_issuing_state', 'country', 'Issued by', 'State or organisation that issued the travel document.', {
    classification: 'country',
    personal: 'quasi',
    source: 'ICAO Doc 9303-3, section 5',
    aliases: [
      'issuing state',
      'issuing country',
      'document issuing state',
      'country of issue',
      'passport issued by',
      'issued by',
      'issuing authority',
      'passport country',
      'document country',
      'état émetteur',
      'estado emissor',
      'place of issue country',
      'passport issuing country',
      'doc issuing state',
    ],
  }),
];
