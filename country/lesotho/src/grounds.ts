import { type ClassificationItem, commonClassifications, defineClassification } from '@leeto/registers';

/** Grounds of refusal at the border, as the law of Lesotho groups them. */
export const refusalGround = extended(
  'refusal_ground',
  'ICAO Annex 9; Aliens Control Act 1966 (prohibited immigrants)',
  [
    {
      code: 'no_permit_child',
      label: { en: 'Child without the papers of the Children’s Protection and Welfare Act' },
      aliases: ['child trafficking suspicion', 'minor without affidavit', 'no affidavit'],
    },
  ],
);

/** Grounds of removal, as the law of Lesotho groups them. */
export const removalGround = extended(
  'removal_ground',
  'Aliens Control Act 1966 (removal of aliens); Labour Act 2024',
  [],
);

/** The common list under Lesotho's source, with what its law adds before "other". */
function extended(id: string, source: string, added: readonly ClassificationItem[]) {
  const common = commonClassifications.find((classification) => classification.id === id);
  if (common === undefined) throw new Error(`the common classifications have no "${id}"`);
  const { shape: _shape, ...declaration } = common;
  return defineClassification({
    ...declaration,
    version: 'LSO 1',
    source,
    status: 'interim',
    items: [
      ...common.items.filter((item) => item.code !== 'other'),
      ...added,
      ...common.items.filter((item) => item.code === 'other'),
    ],
  });
}
