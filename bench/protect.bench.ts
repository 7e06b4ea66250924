/**
 * Protecting a table of 20 × 12 × 10 counts with all totals (3,003 cells): what is lost by the choice of linear programs beside what the
 * hypercube moves lose and beside the bound below which no choice can go; and the time as a multiple of that of the moves in the same run.
 *
 *   node bench/protect.bench.ts [seconds]
 */
import { buildCellTable, disclosureRules, protectTable, release } from '@leeto/disclosure';
import type { MeasureTable } from '@leeto/statistics';

const seconds = Number(process.argv[2] ?? 20);
const sizes = [20, 12, 10];
const dimensions = ['district', 'age', 'citizenship'];
let state = 1;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const leaves = Array.from({ length: 2400 }, (_, index) => {
  let rest = index;
  const key = sizes.map((size, at) => {
    const code = rest % size;
    rest = Math.floor(rest / size);
    return `${'abc'[at]}${code}`;
  });
  return { key, value: Math.floor(Math.exp(random() * 7 - 1)), row: index + 2 };
});
const { table } = buildCellTable(leaves, { dimensions });
const measured: MeasureTable = {
  measure: 'bench',
  title: { en: 'Bench' },
  definition: { en: 'Bench' },
  clause: '',
  dimensions: dimensions.map((name) => ({ name, label: { en: name } })),
  values: [{ name: 'persons', label: { en: 'Persons' }, unit: 'persons', kind: 'count', decimals: 0 }],
  rows: table.cells.map(({ key, value }) => ({ key, values: [value] })),
  metadata: {
    sources: [{ agency: 'bench', citation: 'Random table', isSynthetic: true }],
    referencePeriod: '2025',
    coverage: { en: 'All' },
    residenceRule: '',
    status: 'final',
    notes: [],
    snapshot: 'bench',
  },
  basis: 'microdata',
};

const processorTime = (): number => process.cpuUsage().user / 1e6;
let from = processorTime();
const moved = release(measured, disclosureRules.sensitive);
const movesTime = processorTime() - from;
from = processorTime();
const { cells, report } = await protectTable(table, {
  method: 'suppress',
  kind: 'count',
  rules: { threshold: 10 },
  seconds,
});
const time = processorTime() - from;

const lossOf = (isHidden: (index: number) => boolean) =>
  table.cells.reduce(
    (loss, { value }, index) =>
      isHidden(index) && value >= 10
        ? { cells: loss.cells + 1, value: loss.value + value, logarithm: loss.logarithm + 1 + Math.log(1 + value) }
        : loss,
    { cells: 0, value: 0, logarithm: 0 },
  );
const print = (what: string, loss: ReturnType<typeof lossOf>, took: number): void => {
  const figures = `${loss.cells} cells, value ${loss.value}, cost ${loss.logarithm.toFixed(1)}`;
  process.stdout.write(`${what.padEnd(24)} ${figures.padEnd(46)} ${took.toFixed(1)} s of processor time\n`);
};
print(
  'hypercube moves',
  lossOf((index) => moved.rows[index]?.cells[0]?.confidentiality !== 'F'),
  movesTime,
);
print(
  'linear programs',
  lossOf((index) => cells[index]?.mark !== 'F'),
  time,
);
process.stdout.write(
  `bound ${report.lowerBound.toFixed(1)}, gap ${(report.gap * 100).toFixed(2)} %; time ${(time / movesTime).toFixed(1)} x the moves, audit of ${report.audit?.intervals.length} cells included\n`,
);
