import { createHash } from 'node:crypto';
import type { Parameters, Pipeline, Session } from '@leeto/warehouse';
import { withClassifiedSteps } from './classified-steps.ts';
import type { MeasureDeclaration } from './measure.ts';
import { compileNeeded } from './needed-steps.ts';

// A session holds one snapshot, which never changes, so that the same statement gives the same rows for as long as it lives.
const keptBySession = new WeakMap<Session, Map<string, Promise<string>>>();

/**
 * The pipeline with its kept steps read from temporary tables of the session, made by the first measure that needs them:
 * reading and pairing all movements once, not once a measure. The figures are those of the pipeline as declared.
 */
export async function withKeptSteps(
  session: Session,
  pipeline: Pipeline,
  { measure, named }: { readonly measure: MeasureDeclaration; readonly named: Parameters },
): Promise<Pipeline> {
  const kept = keptBySession.get(session) ?? new Map<string, Promise<string>>();
  keptBySession.set(session, kept);
  let current = pipeline;
  for (const step of measure.steps) {
    if (step.classifies !== undefined) {
      current = await withClassifiedSteps(session, current, { measure: { steps: [step] }, named });
      continue;
    }
    if (!step.isKept) continue;
    const { name } = step;
    const sql = compileNeeded(pipeline, name);
    const used = Object.entries(named).filter(([parameter]) => new RegExp(`\\$${parameter}\\b`).test(sql));
    const digest = createHash('sha256')
      .update(JSON.stringify([sql, used]))
      .digest('hex')
      .slice(0, 16);
    const table = `kept_${name}_${digest}`;
    const made = kept.get(table) ?? keep(session, table, { sql: compileNeeded(current, name), named });
    kept.set(table, made);
    made.catch(() => kept.delete(table));
    const steps = current.steps.map((other) => (other.name === name ? { ...other, sql: `from ${table}` } : other));
    await made;
    current = { ...current, steps };
  }
  return current;
}

async function keep(
  session: Session,
  table: string,
  { sql, named }: { readonly sql: string; readonly named: Parameters },
): Promise<string> {
  await session.run(`create or replace temp table ${table} as ${sql}`, named);
  return table;
}
