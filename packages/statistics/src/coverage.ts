import { commonDeclarations, inLanguage, type RecordDeclaration, type Text } from '@leeto/registers';
import type { Session } from '@leeto/warehouse';
import type { FactsRead } from './figure-metadata.ts';
import type { MeasureParameters } from './measure.ts';
import { describePorts } from './port-coverage.ts';

const common: ReadonlyMap<string, RecordDeclaration> = new Map(
  commonDeclarations.map((declaration) => [declaration.id, declaration]),
);

/**
 * Says what is in the figures and what is not: registers that hold nothing with the agency that would hold them,
 * agencies and ports that reported, ports that did not. `agencies` are the ids of those whose records were counted.
 */
export async function describeCoverage(session: Session, read: FactsRead, agencies: readonly string[]): Promise<Text> {
  const { measure, parameters } = read;
  const empty: string[] = [];
  for (const register of measure.needs) if (await isEmpty(session, register)) empty.push(register);
  const missing = empty.map((register) => missingRegister(register, parameters));
  if (agencies.length === 0) {
    const reason = missing.length > 0 ? missing.join(' ') : 'The registers hold no record that this measure counts.';
    return { en: `No data. ${reason}` };
  }
  const isByPort = measure.dimensions.some(({ name }) => name === 'port');
  const readsPorts = isByPort || (measure.needs.length === 1 && measure.needs[0] === 'border_movement');
  const ports = readsPorts ? await describePorts(session, read) : '';
  const names = agencies.map((agency) => nameOf(agency, parameters));
  const verb = measure.basis === 'published' ? 'Published' : 'Delivered';
  const said = [`${verb} by ${[...new Set(names)].join(', ')}.`, ports, ...missing];
  return { en: said.filter((sentence) => sentence !== '').join(' ') };
}

/** The agency's name where the catalogue has it, else its id. */
function nameOf(id: string, { catalogue }: MeasureParameters): string {
  const agency = catalogue?.agencies.get(id);
  return agency === undefined ? id : inLanguage(agency.name, 'en');
}

function missingRegister(register: string, parameters: MeasureParameters): string {
  const declaration = parameters.catalogue?.records.get(register) ?? common.get(register);
  const label = declaration === undefined ? register : inLanguage(declaration.label, 'en');
  const custodian = nameOf(declaration?.custodian ?? 'an agency not known', parameters);
  return `${label}: nothing delivered; ${custodian} would hold it.`;
}

async function isEmpty(session: Session, register: string): Promise<boolean> {
  const known = await session.query(
    `select 1 from information_schema.tables where table_schema = 'main' and table_name = $register`,
    { register },
  );
  if (known.rows.length === 0) return true;
  // The name is one of our own declarations', and was found in the session.
  return (await session.query(`select 1 from ${register} limit 1`)).rows.length === 0;
}
