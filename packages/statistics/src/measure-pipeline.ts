import { definePipeline, type Parameters, type Pipeline, type PipelineStep, type Session } from '@leeto/warehouse';
import { inputStep } from './inputs.ts';
import type { MeasureDeclaration, MeasureParameters } from './measure.ts';

/** The measure as a pipeline over what the session holds: the input steps of its registers, then its own, then its order. */
export async function measurePipeline(session: Session, measure: MeasureDeclaration): Promise<Pipeline> {
  const registers = [...new Set([...measure.needs, ...(measure.uses ?? [])])];
  const present = await columnsOf(session, [...registers, 'person_of_record']);
  const columns = [...measure.dimensions, ...measure.values].map(({ name }) => name).join(', ');
  const keys = measure.dimensions.map(({ name }) => name).join(', ');
  return definePipeline({
    name: measure.id,
    steps: [
      ...registers.map((register) => inputStep(register, present.get(register) ?? new Set())),
      ...personSteps(measure, present.has('person_of_record')),
      ...measure.steps,
      {
        name: 'result',
        describe: 'The table in order of its dimensions.',
        sql: `select ${columns}\nfrom ${measure.steps.at(-1)?.name ?? 'facts'}\norder by ${keys}`,
      },
    ],
  });
}

/** Whose record it is, where linkage has found it; without rows where the snapshot does not know. For measures that ask for it. */
function personSteps(measure: MeasureDeclaration, isThere: boolean): readonly PipelineStep[] {
  if (!measure.steps.some(({ sql }) => /\bperson_of_record_rows\b/.test(sql))) return [];
  return [
    {
      name: 'person_of_record_rows',
      describe: 'The person of each record, as linkage has found it.',
      sql: isThere
        ? 'select register, record_id::varchar as record_id, person_id from person_of_record'
        : 'select null::varchar as register, null::varchar as record_id, null::bigint as person_id where false',
    },
  ];
}

/** The parameters as the steps name them. */
export function stepParameters(measure: MeasureDeclaration, parameters: MeasureParameters): Parameters {
  const { country, citizenshipGroups, period, asOf, catalogue, values = {} } = parameters;
  const numbers = measure.parameters.map(({ name, default: otherwise }) => [name, values[name] ?? otherwise]);
  return {
    country,
    citizenship_groups: JSON.stringify(citizenshipGroups.map(({ code, countries }) => ({ code, countries }))),
    from: period?.from ?? null,
    to: period?.to ?? null,
    as_of: asOf,
    foreign_agencies: foreignAgencies(catalogue),
    ...Object.fromEntries(numbers),
  };
}

/** Agencies whose registers are another country's: their files are kept, but say nothing of this one. */
function foreignAgencies(catalogue: MeasureParameters['catalogue']): readonly string[] {
  const agencies = [...(catalogue?.agencies.values() ?? [])];
  return agencies.filter(({ level }) => level === 'international').map(({ id }) => id);
}

async function columnsOf(session: Session, registers: readonly string[]): Promise<Map<string, Set<string>>> {
  const { rows } = await session.query(
    `select table_name, column_name
from information_schema.columns
where table_schema = 'main' and list_contains($registers::varchar[], table_name)`,
    { registers },
  );
  const columns = new Map<string, Set<string>>();
  for (const [table, column] of rows) {
    const known = columns.get(String(table)) ?? new Set();
    columns.set(String(table), known.add(String(column)));
  }
  return columns;
}
