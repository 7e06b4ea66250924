import { type DisclosureRule, disclosureRules, type ReleasedTable, release } from '@leeto/disclosure';
import type { LegalInstrument } from '@leeto/publication';
import {
  computeMeasure,
  getMeasure,
  listMeasures,
  type MeasureDeclaration,
  type MeasureParameters,
} from '@leeto/statistics';
import { attachSnapshot, openSession, type PipelineTrace, type Session, type Snapshot } from '@leeto/warehouse';
import type { Progress } from '../progress.ts';
import type { CountryContext } from './country-context.ts';

/** One measure on its way out: as released, and how it was computed. */
export interface ComputedTable {
  readonly released: ReleasedTable;
  readonly trace: PipelineTrace;
}

/** Opens a session over a snapshot, does the work, and closes the session whatever happens. */
export async function withSnapshot<T>(
  snapshot: Snapshot,
  context: CountryContext,
  temporaryFolder: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await openSession({ temporaryFolder });
  try {
    await attachSnapshot(session, snapshot, context.catalogue.records.values());
    return await work(session);
  } finally {
    session.close();
  }
}

/** What measures of this country are computed with, as of a day (`YYYY-MM-DD`). */
export function measureParameters(
  { pack, catalogue }: CountryContext,
  snapshot: Snapshot,
  asOf: string,
): MeasureParameters {
  return { country: pack.code, citizenshipGroups: pack.citizenshipGroups, asOf, catalogue, snapshot: snapshot.id };
}

/** Computes a measure and takes it through disclosure control: the only way in which this application gets at a figure. */
export async function computeReleased(
  session: Session,
  id: string,
  parameters: MeasureParameters,
): Promise<ComputedTable> {
  const { table, trace } = await computeMeasure(session, id, parameters);
  // No measure has totals between its codes and `_T` (months stand without their years), so that there is no hierarchy to name.
  return { released: release(table, ruleFor(getMeasure(id)), { keepTotals: true }), trace };
}

/** All measures, in order. */
export async function computeTables(
  session: Session,
  parameters: MeasureParameters,
  onProgress: Progress,
): Promise<ReadonlyMap<string, ReleasedTable>> {
  const tables = new Map<string, ReleasedTable>();
  const declared = listMeasures();
  for (const measure of declared) {
    onProgress({
      step: 'Computing measures and protecting them',
      done: tables.size,
      total: declared.length,
      unit: 'measures',
    });
    tables.set(measure.id, (await computeReleased(session, measure.id, parameters)).released);
  }
  return tables;
}

/** Records of the register of laws and policies, which hold no personal data and are shown as they stand. */
export async function readInstruments(session: Session): Promise<readonly LegalInstrument[]> {
  const columns = ['id_code', 'title', 'instrument_kind', 'year', 'status', 'domain', 'custodian', 'citation'] as const;
  const { rows } = await session.query(
    `select ${columns.join(', ')} from legal_instrument order by try_cast(year as integer), title`,
  );
  return rows.map((row) => {
    const [id_code, title, instrument_kind, year, status, domain, custodian, citation] = row.map((cell) =>
      String(cell ?? ''),
    );
    return {
      id_code: id_code ?? '',
      title: title ?? '',
      instrument_kind: instrument_kind ?? '',
      year: year ?? '',
      status: status ?? '',
      domain: domain ?? '',
      custodian: custodian ?? '',
      citation: citation ?? '',
    };
  });
}

/**
 * The rule of the measure's subject. Counts that describe no person (quality of files) get the least strict rule that there
 * is: disclosure knows none that lets a table of our own records out as it is.
 */
function ruleFor({ sensitivity }: MeasureDeclaration): DisclosureRule {
  const wanted = Object.values(disclosureRules).find(({ threshold }) => threshold >= sensitivity.threshold);
  return wanted ?? disclosureRules.sensitive;
}
