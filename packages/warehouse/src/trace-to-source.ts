import type { Cell, Parameters } from './cell.ts';
import { compilePipeline, type Pipeline } from './pipeline.ts';
import { quoteIdentifier } from './quote.ts';
import type { Session } from './session.ts';

/** Where one record that went into a figure stood, in the file that an agency delivered. */
export interface TracedPosition {
  readonly deliveryId: string;
  readonly agency: string | null;
  readonly citation: string | null;
  readonly file: string | null;
  readonly sheet: string;
  /** 1-based, as a spreadsheet shows it. */
  readonly row: number;
}

export interface SourceTrace {
  /** The step at which the figure was last made of single records. */
  readonly step: string;
  /** Source rows behind the figure, of which `positions` are the first. */
  readonly total: number;
  readonly positions: readonly TracedPosition[];
}

export interface SourceTraceOptions {
  readonly parameters?: Parameters;
  /**
   * The figure: a code per dimension, as in the row's key. `_T` does not restrict; `_U` also means records without a value.
   * The dimensions must be columns of the record-level step.
   */
  readonly where: Readonly<Record<string, string>>;
  /** Positions wanted at most; 100 where absent. */
  readonly limit?: number;
}

const total = '_T';
const positionColumns = ['delivery_id', 'source_sheet', 'source_row'];

/**
 * Walks a figure back to the rows of the files it was made of. The last step that still has the columns `delivery_id`,
 * `source_sheet` and `source_row` is the one searched. Throws where no step has them, or a dimension is not among its columns.
 */
export async function traceToSource(
  session: Session,
  pipeline: Pipeline,
  options: SourceTraceOptions,
): Promise<SourceTrace> {
  const parameters = options.parameters ?? {};
  const { name: step, columns } = await findRecordStep(session, pipeline, parameters);
  const restricted = Object.entries(options.where).filter(([, code]) => code !== total);
  const missing = restricted.find(([dimension]) => !columns.includes(dimension));
  if (missing !== undefined) {
    throw new Error(`The step ${step} of ${pipeline.name} has no column ${missing[0]} to trace a figure by.`);
  }
  const conditions = restricted.map(
    ([dimension], index) => `coalesce(${quoteIdentifier(dimension)}::varchar, '_U') = $traced_code_${index}`,
  );
  const codes = Object.fromEntries(restricted.map(([, code], index) => [`traced_code_${index}`, code]));
  const { rows } = await session.query(
    `with traced as (
      ${compilePipeline(pipeline, step)}
    ), positions as (
      select distinct delivery_id, source_sheet, source_row
      from traced
      where ${['delivery_id is not null', ...conditions].join(' and ')}
    )
    select delivery_id, agency, citation, file_name, coalesce(source_sheet, ''), source_row, count(*) over ()
    from positions
    left join delivery using (delivery_id)
    order by delivery_id, source_sheet, source_row
    limit $traced_limit`,
    { ...parameters, ...codes, traced_limit: options.limit ?? 100 },
  );
  return { step, total: Number(rows[0]?.[6] ?? 0), positions: rows.map(toPosition) };
}

async function findRecordStep(
  session: Session,
  pipeline: Pipeline,
  parameters: Parameters,
): Promise<{ name: string; columns: readonly string[] }> {
  for (const { name } of pipeline.steps.toReversed()) {
    const { columns } = await session.query(`${compilePipeline(pipeline, name)} limit 0`, parameters);
    if (positionColumns.every((column) => columns.includes(column))) return { name, columns };
  }
  throw new Error(`No step of ${pipeline.name} keeps ${positionColumns.join(', ')}: its figures cannot be traced.`);
}

function toPosition([deliveryId, agency, citation, file, sheet, row]: readonly (Cell | undefined)[]): TracedPosition {
  return {
    deliveryId: String(deliveryId),
    agency: toText(agency),
    citation: toText(citation),
    file: toText(file),
    sheet: String(sheet),
    row: Number(row),
  };
}

function toText(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
