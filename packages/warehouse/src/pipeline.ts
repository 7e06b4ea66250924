import type { Cell, Parameters } from './cell.ts';
import type { Session } from './session.ts';

/** One named step: a `select` that may read the registers and every step before it, by name. */
export interface PipelineStep {
  /** snake_case, unique in its pipeline; the name of the CTE. */
  readonly name: string;
  /** One sentence for `explain`: what the step does and by which clause. */
  readonly describe: string;
  /** A `select`; values come in as `$name`, never by interpolation. */
  readonly sql: string;
}

/** Steps that lead from the registers to a result; the last one is the result. */
export interface Pipeline {
  readonly name: string;
  readonly steps: readonly PipelineStep[];
}

/** What ran, for the record of how a figure came about. */
export interface PipelineTrace {
  readonly pipeline: string;
  readonly steps: readonly string[];
  readonly sql: string;
  readonly parameters: Parameters;
  readonly rowCount: number;
  readonly milliseconds: number;
}

export interface PipelineResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly trace: PipelineTrace;
}

/** Declares a pipeline. Throws where it has no step, a name is not snake_case or stands twice. */
export function definePipeline(pipeline: Pipeline): Pipeline {
  if (pipeline.steps.length === 0) throw new Error(`The pipeline ${pipeline.name} has no steps.`);
  const seen = new Set<string>();
  for (const step of pipeline.steps) {
    if (!/^[a-z][a-z0-9_]*$/.test(step.name)) {
      throw new Error(`The step ${step.name} of ${pipeline.name} must have a name in snake_case.`);
    }
    if (seen.has(step.name)) throw new Error(`The step ${step.name} stands twice in ${pipeline.name}.`);
    seen.add(step.name);
  }
  return Object.freeze({ ...pipeline, steps: Object.freeze([...pipeline.steps]) });
}

/** The pipeline as one statement of named CTEs, up to the step named (the last one, where none is). */
export function compilePipeline(pipeline: Pipeline, upTo?: string): string {
  const last = upTo === undefined ? pipeline.steps.length - 1 : pipeline.steps.findIndex((step) => step.name === upTo);
  const steps = pipeline.steps.slice(0, last + 1);
  const final = steps.at(-1);
  if (final === undefined) throw new Error(`The pipeline ${pipeline.name} has no step ${upTo}.`);
  const expressions = steps.map((step) => `${step.name} as (\n${step.sql.trim()}\n)`);
  return `with ${expressions.join(',\n')}\nfrom ${final.name}`;
}

/** Runs a pipeline as one statement. Parameters that no step mentions are left out; a missing one throws. */
export async function runPipeline(
  session: Session,
  pipeline: Pipeline,
  parameters: Parameters = {},
): Promise<PipelineResult> {
  const sql = compilePipeline(pipeline);
  const started = performance.now();
  const { columns, rows } = await session.query(sql, parameters);
  const trace = {
    pipeline: pipeline.name,
    steps: pipeline.steps.map((step) => step.name),
    sql,
    parameters,
    rowCount: rows.length,
    milliseconds: performance.now() - started,
  };
  return { columns, rows, trace };
}
