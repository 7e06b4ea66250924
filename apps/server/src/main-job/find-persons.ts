import type { Instance } from '@leeto/store';
import { linkRegisters } from '../link-registers/link-registers.ts';
import { personRegisters } from '../link-registers/person-registers.ts';
import type { Progress } from '../progress.ts';
import type { CountryContext } from './country-context.ts';

/**
 * Links the records of an instance into persons, so that figures count people and not passports. False, and nothing done, where no
 * record names anybody: records without name and document cannot be told to be of one person.
 */
export async function findPersons(
  instance: Instance,
  { catalogue }: CountryContext,
  { startedBy, onProgress }: { readonly startedBy: string; readonly onProgress: Progress },
): Promise<boolean> {
  const step = 'Finding who is who';
  onProgress({ step });
  const { open } = personRegisters(catalogue);
  const named = open.map(
    ({ id }) => `exists (select from register.${id} where surname is not null or document_number is not null)`,
  );
  const { rows } = await instance.reader.query<{ is_named: boolean }>(`select ${named.join(' or ')} as is_named`);
  if (rows[0]?.is_named !== true) return false;
  await linkRegisters(instance, {
    catalogue,
    startedBy,
    onProgress: ({ stage, done, total }) => onProgress({ step: `${step}: ${stage}`, done, total }),
  });
  return true;
}
