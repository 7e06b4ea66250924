import type { DatasetDeclaration } from '@leeto/registers';
import type pg from 'pg';
import { quote } from '../migration/propose-migration.ts';

/** From how many periods on a delivery is an edition of a series; with fewer it is a correction of some of its figures. */
const EDITION_PERIODS = 3;

/**
 * Marks in `met_record` the figures that a later edition holds already. Publishers revise their series from edition to edition,
 * and folders are not always imported in the order of publication: of two editions the one that reaches further in time
 * stands. A delivery of fewer than three periods is taken for a correction, whenever it comes.
 */
export async function keepLaterEditions(
  client: pg.ClientBase,
  { declaration, deliveryId, staging }: { declaration: DatasetDeclaration; deliveryId: number; staging: string },
): Promise<void> {
  const table = `register.${declaration.id}`;
  const period = `left(${quote(declaration.datedBy)}::text, 4)`;
  const { rows } = await client.query<{ periods: number; until: string | null }>(
    `select count(distinct period)::int as periods, max(period) as until
     from (
       select ${period} as period from ${table} where delivery_id = $1
       union
       select ${period} from ${staging}
     ) as delivered`,
    [deliveryId],
  );
  const [delivered] = rows;
  if (delivered === undefined || delivered.until === null || delivered.periods < EDITION_PERIODS) return;
  await client.query(
    `update met_record set is_outdated = true
     from (
       select delivery_id
       from ${table}
       where delivery_id in (select of_delivery from met_record where differs)
       group by delivery_id
       having max(${period}) > $1
     ) as later
     where met_record.differs and met_record.of_delivery = later.delivery_id`,
    [delivered.until],
  );
}
