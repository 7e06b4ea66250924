import type { Provenance } from '@leeto/registers';
import type { Cell, Parameters, Pipeline, Session } from '@leeto/warehouse';
import { describeCoverage } from './coverage.ts';
import type { MeasureDeclaration, MeasureParameters } from './measure.ts';
import { compileNeeded } from './needed-steps.ts';
import { queryOnce } from './query-once.ts';
import type { FigureMetadata } from './table.ts';

export interface FactsRead {
  readonly measure: MeasureDeclaration;
  readonly pipeline: Pipeline;
  /** The parameters of the steps. */
  readonly named: Parameters;
  readonly parameters: MeasureParameters;
}

/** Reads off the facts that were counted where they come from, which period they cover, and what is missing. */
export async function describeFacts(session: Session, read: FactsRead): Promise<FigureMetadata> {
  const { measure, pipeline, named, parameters } = read;
  const { rows } = await queryOnce(
    session,
    `with fed as (
  select delivery_id, min(period) as first_period, max(period) as last_period
  from (${compileNeeded(pipeline, 'facts')})
  group by delivery_id
)
select
  d.agency, d.citation, d.is_synthetic, d.licence, d.published_on, f.first_period, f.last_period
from fed f
left join delivery d on d.delivery_id = f.delivery_id
order by d.agency, d.citation, d.delivery_id`,
    named,
  );
  const sources = new Map<string, Provenance>();
  for (const [agency, citation, isSynthetic, licence, publishedOn] of rows) {
    if (typeof agency !== 'string' || typeof citation !== 'string') continue;
    const source: Provenance = {
      agency,
      citation,
      isSynthetic: isSynthetic === true,
      ...(typeof licence === 'string' ? { licence } : {}),
      ...(typeof publishedOn === 'string' ? { publishedOn } : {}),
    };
    sources.set(JSON.stringify(source), source);
  }
  const periods = rows.flatMap((row) => [row[5], row[6]]).filter((period) => typeof period === 'string');
  return {
    sources: [...sources.values()],
    referencePeriod: periodBetween(periods),
    coverage: await describeCoverage(session, read, agenciesIn(rows)),
    residenceRule: measure.residenceRule,
    status: measure.status,
    notes: measure.notes,
    snapshot: parameters.snapshot ?? '',
  };
}

/** Agencies behind the facts; facts of a delivery that the snapshot does not know come from an agency not known. */
function agenciesIn(rows: readonly (readonly Cell[])[]): readonly string[] {
  return [...new Set(rows.map(([agency]) => (typeof agency === 'string' ? agency : 'an agency not known')))];
}

function periodBetween(periods: readonly string[]): string {
  const sorted = periods.toSorted();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? first : `${first}/${last}`;
}
