import { commonDeclarations, inLanguage, type RecordDeclaration, type Text } from '@leeto/registers';
import { compilePipeline, type Session } from '@leeto/warehouse';
import type { FactsRead } from './figure-metadata.ts';
import type { MeasureParameters } from './measure.ts';

const common: ReadonlyMap<string, RecordDeclaration> = new Map(
  commonDeclarations.map((declaration) => [declaration.id, declaration]),
);

/**
 * Says what is in the figures and what is not: registers that hold nothing with the agency that would hold them, ports that
 * reported and ports that did not.
 */
export async function describeCoverage(session: Session, read: FactsRead, hasFacts: boolean): Promise<Text> {
  const { measure, parameters } = read;
  const empty: string[] = [];
  for (const register of measure.needs) if (await isEmpty(session, register)) empty.push(register);
  const missing = empty.map((register) => missingRegister(register, parameters));
  if (!hasFacts) {
    const reason = missing.length > 0 ? missing.join(' ') : 'The registers hold no record that this measure counts.';
    return { en: `No data. ${reason}` };
  }
  const isByPort = measure.dimensions.some(({ name }) => name === 'port');
  const readsPorts = isByPort || (measure.needs.length === 1 && measure.needs[0] === 'border_movement');
  const ports = readsPorts ? await describePorts(session, read) : '';
  const said = [ports, ...missing].filter((sentence) => sentence !== '');
  return { en: said.length > 0 ? said.join(' ') : 'All records in the snapshot.' };
}

/** The agency that keeps a register, by name where the catalogue has it. */
export function custodianOf(register: string, { catalogue }: MeasureParameters): string {
  const declaration = catalogue?.records.get(register) ?? common.get(register);
  const custodian = declaration?.custodian ?? 'an agency not known';
  const agency = catalogue?.agencies.get(custodian);
  return agency === undefined ? custodian : inLanguage(agency.name, 'en');
}

function missingRegister(register: string, parameters: MeasureParameters): string {
  const declaration = parameters.catalogue?.records.get(register) ?? common.get(register);
  const label = declaration === undefined ? register : inLanguage(declaration.label, 'en');
  return `${label}: nothing delivered; ${custodianOf(register, parameters)} would hold it.`;
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

async function describePorts(session: Session, { pipeline, named, parameters }: FactsRead): Promise<string> {
  const step = pipeline.steps.some(({ name }) => name === 'movements') ? 'movements' : 'facts';
  const { rows } = await session.query(
    `select distinct port from (${compilePipeline(pipeline, step)}) where port <> '_U'`,
    named,
  );
  const reported = new Set(rows.map(([port]) => String(port)));
  const listed = await portsOf(session, parameters);
  const silent = listed.filter(({ code }) => !reported.has(code)).map(({ label }) => label);
  const total = listed.length > 0 ? ` of ${listed.length}` : '';
  const left = silent.length > 0 ? ` No record from: ${silent.join(', ')}.` : '';
  return `${reported.size}${total} ports of entry reported.${left}`;
}

async function portsOf(
  session: Session,
  { catalogue }: MeasureParameters,
): Promise<readonly { code: string; label: string }[]> {
  const classification = catalogue?.classifications.get('port');
  if (classification !== undefined) {
    return classification.items.map((item) => ({ code: item.code, label: inLanguage(item.label, 'en') }));
  }
  const { rows } = await session.query(
    `select code, coalesce(label_en, code) from classification where classification_id = 'port' order by code`,
  );
  return rows.map(([code, label]) => ({ code: String(code), label: String(label) }));
}
