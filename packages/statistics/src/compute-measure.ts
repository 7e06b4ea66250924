import { type Cell, compilePipeline, type PipelineTrace, runPipeline, type Session } from '@leeto/warehouse';
import { describeFacts } from './figure-metadata.ts';
import { withKeptSteps } from './kept-steps.ts';
import type { MeasureParameters } from './measure.ts';
import { measurePipeline, stepParameters } from './measure-pipeline.ts';
import { getMeasure } from './measures.ts';
import type { MeasureRow, MeasureTable } from './table.ts';

/** A measure computed, and the record of how. */
export interface ComputedMeasure {
  readonly table: MeasureTable;
  readonly trace: PipelineTrace;
}

/**
 * Computes a measure over the snapshot attached to the session. Where a needed register holds nothing, the table has no rows
 * and its coverage names who would hold the records: never zeroes. Throws where there is no such measure.
 */
export async function computeMeasure(
  session: Session,
  id: string,
  parameters: MeasureParameters,
): Promise<ComputedMeasure> {
  const measure = getMeasure(id);
  const pipeline = await measurePipeline(session, measure);
  const named = stepParameters(measure, parameters);
  const prepared = await withKeptSteps(session, pipeline, { measure, named });
  const { rows, trace } = await runPipeline(session, prepared, named);
  const metadata = await describeFacts(session, { measure, pipeline: prepared, named, parameters });
  const { title, definition, clause, dimensions, values, basis } = measure;
  const width = dimensions.length;
  const table = {
    measure: measure.id,
    title,
    definition,
    clause,
    dimensions,
    values,
    rows: rows.map((row) => toRow(row, width)),
    metadata,
    basis,
  };
  // What is recorded is the whole way from the registers, not from the tables that happened to be kept.
  return { table, trace: { ...trace, sql: compilePipeline(pipeline) } };
}

function toRow(row: readonly Cell[], width: number): MeasureRow {
  return {
    key: row.slice(0, width).map((code) => (code === null ? '_U' : String(code))),
    values: row.slice(width).map((value) => (value === null ? null : Number(value))),
  };
}
