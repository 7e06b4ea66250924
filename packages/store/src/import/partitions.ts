import type pg from 'pg';
import { StoreProblem } from '../problem.ts';

/** Makes the yearly partitions that a delivery's dates need and adds the years to `seen`. */
export async function ensurePartitions(
  client: pg.ClientBase,
  register: string,
  years: readonly string[],
  seen: Set<string>,
): Promise<void> {
  for (const year of [...years].sort()) {
    if (!/^\d{4}$/.test(year) || year === '0000' || year === '9999') {
      throw new StoreProblem(
        'date_out_of_range',
        `A record of ${register} is dated outside the years 1 to 9998.`,
        'Correct the date, or let intake refuse the row.',
      );
    }
    await client.query('select ledger.ensure_partition($1, $2)', [register, Number(year)]);
    seen.add(year);
  }
}
