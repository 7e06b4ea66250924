import type { FieldDeclaration } from '../field.ts';
import { fieldOf } from './field-of.ts';
import { personFields } from './person-fields.ts';
import { recordIdField } from './record-id-field.ts';

/** The permit, its holder and where the holder lives: what residence and work permits share. */
export function permitHolderFields(permit: 'residence' | 'work'): readonly FieldDeclaration[] {
  return [
    recordIdField(['application number', 'application no', 'application id', 'app no', 'case number']),
    fieldOf(
      'permit_number',
      'identifier',
      'Permit number',
      `Number of the ${permit} permit, or of the application where none was issued.`,
      {
        required: true,
        personal: 'identity',
        aliases: [
          'permit number',
          'permit no',
          'permit no.',
          `${permit} permit no`,
          `${permit} permit number`,
          'certificate number',
          'certificate no',
          'card number',
          'nomoro ea tumello',
          'numéro de permis',
          'número da autorização',
          'rp no',
          'wp no',
          'permitno',
        ],
      },
    ),
    fieldOf('permit_type', 'code', 'Type of permit', 'Type of the permit.', {
      classification: 'permit_type',
      aliases: [
        'permit type',
        'type of permit',
        'permit category',
        'category',
        'type',
        'class',
        'permit class',
        'mofuta oa tumello',
      ],
    }),
    ...personFields(),
    fieldOf(
      'country_of_birth',
      'country',
      'Country of birth',
      'Country in which the holder was born, in its present borders.',
      {
        classification: 'country',
        personal: 'quasi',
        aliases: [
          'country of birth',
          'birth country',
          'born in',
          'place of birth',
          'pays de naissance',
          'país de nascimento',
        ],
      },
    ),
    fieldOf('district', 'code', 'District', 'District in which the holder lives or works.', {
      sesotho: 'Setereke',
      classification: 'district',
      personal: 'quasi',
      aliases: [
        'district',
        'setereke',
        'district of residence',
        'address district',
        'location',
        'work district',
        'place of work',
        'area',
        'province',
      ],
    }),
    fieldOf('is_renewal', 'boolean', 'Renewal', 'Whether the permit renews an earlier one.', {
      aliases: [
        'renewal',
        'is renewal',
        'new/renewal',
        'new or renewal',
        'renewed',
        'application type',
        'type of application',
        'renew',
      ],
    }),
  ];
}
