import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';

/** Who crossed, with which document. */
export const borderDocumentFields: readonly FieldDeclaration[] = [
  fieldOf('document_type', 'code', 'Type of document', 'Kind of travel document presented.', {
    classification: 'document_type',
    source: 'ICAO Doc 9303-3',
    aliases: [
      'document type',
      'doc type',
      'type of document',
      'travel document type',
      'travel document',
      'doc',
      'type de document',
      'tipo de documento',
    ],
  }),
  fieldOf('document_expires_on', 'date', 'Document expires on', 'Last day on which the document is valid.', {
    source: 'ICAO Doc 9303-3, 4.8',
    aliases: [
      'doc expiry date',
      'document expiry',
      'document expires on',
      'passport expiry',
      'expiry date',
      'date of expiry',
      'passport expiry date',
      'expires',
      'doc expiry',
      "date d'expiration",
      'data de validade',
    ],
  }),
  ...personFields(),
  fieldOf(
    'country_of_birth',
    'country',
    'Country of birth',
    'Country in which the traveller was born, in its present borders.',
    {
      classification: 'country',
      personal: 'quasi',
      concept: 'COUNTRY_OF_BIRTH',
      source: 'UN 1998 Recommendations Rev.1, core variables',
      aliases: [
        'country of birth',
        'birth country',
        'place of birth country',
        'born in',
        'cob',
        'pays de naissance',
        'país de nascimento',
      ],
    },
  ),
  fieldOf(
    'country_of_residence',
    'country',
    'Country of residence',
    'Country of usual residence before this crossing.',
    {
      classification: 'country',
      personal: 'quasi',
      source: 'UN 1998 Recommendations Rev.1, core variables',
      aliases: [
        'country of residence',
        'residence',
        'resident of',
        'usual residence',
        'country of usual residence',
        'i94res',
        'residence country',
        'country of permanent residence',
        'pays de résidence',
        'país de residência',
        'home country',
        'naha ea bolulo',
        'res country',
      ],
    },
  ),
];
