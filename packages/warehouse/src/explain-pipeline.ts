import type { Parameters } from './cell.ts';
import { maskShape } from './mask-shape.ts';
import type { Pipeline, PipelineStep } from './pipeline.ts';
import { quoteIdentifier } from './quote.ts';
import type { Session } from './session.ts';

/** What one step did. */
export interface StepExplanation {
  readonly name: string;
  readonly describe: string;
  readonly sql: string;
  readonly rowCount: number;
  readonly milliseconds: number;
  /** Columns with their DuckDB types, and the shapes of a few values: letters as `x`, digits as `9`, never the values. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly shapes: readonly string[] }[];
}

const sampleRows = 200;
const shapesPerColumn = 3;

/**
 * Runs a pipeline step by step and tells of each what it is for, its SQL, how many rows came out, how long it took, and what
 * its columns look like. Slower than `runPipeline`, because each step is written to a temporary table of its own.
 */
export async function explainPipeline(
  session: Session,
  pipeline: Pipeline,
  parameters: Parameters = {},
): Promise<readonly StepExplanation[]> {
  const explanations: StepExplanation[] = [];
  const tables = new Map<string, string>();
  try {
    for (const step of pipeline.steps) {
      const table = quoteIdentifier(`explain of ${pipeline.name}: ${step.name}`);
      const started = performance.now();
      await session.run(`create or replace temp table ${table} as ${overTables(tables, step)}`, parameters);
      const milliseconds = performance.now() - started;
      tables.set(step.name, table);
      explanations.push({ ...step, milliseconds, ...(await describeTable(session, table)) });
    }
  } finally {
    for (const table of tables.values()) await session.run(`drop table ${table}`);
  }
  return explanations;
}

function overTables(tables: ReadonlyMap<string, string>, step: PipelineStep): string {
  const before = [...tables].map(([name, table]) => `${name} as (from ${table})`);
  return `with ${[...before, `${step.name} as (\n${step.sql.trim()}\n)`].join(', ')} from ${step.name}`;
}

async function describeTable(session: Session, table: string): Promise<Pick<StepExplanation, 'rowCount' | 'columns'>> {
  const counted = await session.query(`select count(*) from ${table}`);
  const described = await session.query(`select column_name, column_type from (describe ${table})`);
  const sample = await session.query(`from ${table} limit ${sampleRows}`);
  const columns = described.rows.map(([name, type], index) => ({
    name: String(name),
    type: String(type),
    shapes: [...new Set(sample.rows.map((row) => maskShape(row[index] ?? null)))].slice(0, shapesPerColumn),
  }));
  return { rowCount: Number(counted.rows[0]?.[0] ?? 0), columns };
}
