/**
 * How well provisional estimates of migrant flows foretell the final figures: simulated histories with heterogeneous groups,
 * seasons, a drifting inclination to stay and, where asked for, a closed border, estimated at seven vintages as if the future were not
 * known. Prints coverage of the 95 % intervals and the mean absolute error beside those of two naive methods: the share of the same
 * month in the last year that is final, and what travellers said they intended.
 *
 *   node bench/calibration.bench.ts [persons] [seeds] [drift] [first day of closed border]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { estimateFlows } from '@leeto/statistics';
import { openSession } from '@leeto/warehouse';
import { classifyAsOf, loadHistories } from './calibration/load-histories.ts';
import { makeHistories } from './calibration/make-histories.ts';
import { addScores, prepareScores, readScores } from './calibration/score-estimates.ts';
import { settleHistories } from './calibration/settle-histories.ts';

const [persons = 15_000, seeds = 6, drift = 0.05] = process.argv.slice(2, 5).map(Number);
const closed = process.argv[5];
const rule = { window: 487, threshold: 365 };
const traits = ['purpose', 'citizenship_group', 'age_band', 'sex'];
const vintages = ['2021-01', '2021-05', '2021-09', '2022-01', '2022-05', '2022-09', '2023-01'].map(
  (month) => `${month}-01`,
);

const folder = await mkdtemp(join(tmpdir(), 'leeto-calibration-'));
const session = await openSession({ temporaryFolder: folder, threads: 2, memoryLimit: '2GB' });
try {
  await prepareScores(session);
  let seconds = 0;
  let crossings = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const histories = makeHistories({
      seed,
      persons,
      fromDay: dayNumber('2014-01-01'),
      toDay: dayNumber('2024-06-30'),
      drift,
      ...(closed === undefined ? {} : { shock: { fromDay: dayNumber(closed), days: 240 } }),
    });
    await loadHistories(session, histories, settleHistories(histories, rule));
    crossings += histories.count;
    for (const vintage of vintages) {
      await classifyAsOf(session, vintage, rule.window);
      const started = performance.now();
      const estimates = await estimateFlows(session, { classified: 'classified', rule, observedTo: vintage, traits });
      seconds += (performance.now() - started) / 1000;
      await addScores(session, estimates, { seed, vintage, window: rule.window });
    }
  }
  const runs = seeds * vintages.length;
  console.log(
    `${seeds} countries of ${persons} persons, ${Math.round(crossings / seeds)} crossings each, drift ${drift} a month${closed === undefined ? '' : `, closed from ${closed}`}; ${(seconds / runs).toFixed(1)} s an estimate`,
  );
  console.log(
    '                               n  covered by chance  covered  figure   error  share a year ago  intention',
  );
  for (const row of await readScores(session)) {
    const number = (value: number, width: number): string => value.toFixed(1).padStart(width);
    console.log(
      `${row.group.padEnd(26)}${String(row.estimates).padStart(6)}${number(row.coveredByChance, 17)} %${number(row.covered, 7)} %${number(row.meanFigure, 8)}${number(row.error, 8)}${number(row.errorOfShare, 18)}${number(row.errorOfIntention, 11)}`,
    );
  }
} finally {
  session.close();
  await rm(folder, { recursive: true, force: true });
}

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000;
}
