import { createHash } from 'node:crypto';
import type { Parameters, Pipeline, Session } from '@leeto/warehouse';
import { classifyCrossings } from './flows/classify-crossings.ts';
import { getResidenceRule } from './flows/residence-rule.ts';
import type { MeasureDeclaration } from './measure.ts';
import { compileNeeded } from './needed-steps.ts';

// As with kept steps: a session holds one snapshot, so that what was classified once by a rule stays as it is.
const classifiedBySession = new WeakMap<Session, Map<string, Promise<void>>>();

/**
 * The pipeline with its classified steps, and the crossings that they read, taken from tables of the session. The walk over each person's
 * crossings has no words in SQL: it is done here, before the statement runs.
 */
export async function withClassifiedSteps(
  session: Session,
  pipeline: Pipeline,
  { measure, named }: { readonly measure: Pick<MeasureDeclaration, 'steps'>; readonly named: Parameters },
): Promise<Pipeline> {
  let current = pipeline;
  for (const { name, classifies } of measure.steps) {
    if (classifies === undefined) continue;
    const sql = compileNeeded(current, classifies.crossings);
    const used = Object.entries(named).filter(
      ([parameter]) =>
        parameter === 'window' || parameter === 'threshold' || new RegExp(`\\$${parameter}\\b`).test(sql),
    );
    const digest = createHash('sha256')
      .update(JSON.stringify([sql, used]))
      .digest('hex')
      .slice(0, 16);
    const table = `classified_${digest}`;
    const known = classifiedBySession.get(session) ?? new Map<string, Promise<void>>();
    classifiedBySession.set(session, known);
    const made = known.get(table) ?? classify(session, table, { sql, named });
    known.set(table, made);
    made.catch(() => known.delete(table));
    await made;
    const sources = new Map([
      [name, `from ${table}`],
      [classifies.crossings, `from ${table}_crossing`],
    ]);
    const steps = current.steps.map((step) => ({ ...step, sql: sources.get(step.name) ?? step.sql }));
    current = { ...current, steps };
  }
  return current;
}

async function classify(
  session: Session,
  table: string,
  { sql, named }: { readonly sql: string; readonly named: Parameters },
): Promise<void> {
  const crossings = `${table}_crossing`;
  await session.run(`create or replace table ${crossings} as ${sql}`, named);
  await session.run(
    `create or replace table ${table}_person as select person_id, bool_or(is_excluded) as is_excluded, any_value(status) as status
    from ${crossings} group by person_id having bool_or(is_excluded) or any_value(status) is not null`,
  );
  const { rows } = await session.query(
    `select coalesce(min(crossed_on), date '2000-01-01'), coalesce(max(crossed_on), date '2000-01-01') + 1 from ${crossings}`,
  );
  const [observedFrom, observedTo] = (rows[0] ?? []).map((day) => String(day).slice(0, 10));
  await classifyCrossings(session, {
    crossings,
    persons: `${table}_person`,
    rule: getResidenceRule('12/16', { window: Number(named.window), threshold: Number(named.threshold) }),
    observedFrom: observedFrom ?? '2000-01-01',
    observedTo: observedTo ?? '2000-01-02',
    into: table,
  });
}
