/** What a release of a data set has spent of its budget. */
export interface PrivacyEntry {
  readonly dataset: string;
  readonly release: string;
  readonly epsilon: number;
}

/** Spending of differential privacy, by data set: plain data, so that it can be kept as JSON. Releases of one data set add up. */
export interface PrivacyLedger {
  readonly budgets: Readonly<Record<string, number>>;
  readonly entries: readonly PrivacyEntry[];
}

/** A release would spend more than is left. */
export class BudgetSpent extends Error {
  readonly code = 'budget_spent';
  readonly remedy: string;
  constructor(entry: PrivacyEntry, left: number) {
    super(`${entry.release} wants ${entry.epsilon} of the privacy budget of ${entry.dataset}; ${left} is left.`);
    this.name = 'BudgetSpent';
    this.remedy = 'Release what was released before, or ask for less; a budget is not raised after the fact.';
  }
}

export function budgetLeft({ budgets, entries }: PrivacyLedger, dataset: string): number {
  const spent = entries.filter((entry) => entry.dataset === dataset).reduce((sum, { epsilon }) => sum + epsilon, 0);
  return Math.max(0, (budgets[dataset] ?? 0) - spent);
}

/** The ledger with one release more. The same release twice costs once, as its figures must be the same. Throws BudgetSpent, RangeError. */
export function spendBudget(ledger: PrivacyLedger, entry: PrivacyEntry): PrivacyLedger {
  if (!(entry.epsilon > 0 && Number.isFinite(entry.epsilon))) throw new RangeError('Epsilon is a number above 0.');
  const before = ledger.entries.find(({ dataset, release }) => dataset === entry.dataset && release === entry.release);
  if (before !== undefined) {
    if (before.epsilon === entry.epsilon) return ledger;
    throw new BudgetSpent(entry, 0);
  }
  const left = budgetLeft(ledger, entry.dataset);
  if (entry.epsilon > left + 1e-12) throw new BudgetSpent(entry, left);
  return { ...ledger, entries: [...ledger.entries, entry] };
}

/** Keeps at most `most` records of each person, drawn at random: what one person can change is then bounded, however often they crossed. */
export function boundContributions<Item>(
  records: readonly Item[],
  {
    personOf,
    most,
    random,
  }: { readonly personOf: (record: Item) => string; readonly most: number; readonly random: () => number },
): readonly Item[] {
  const kept = new Map<string, { index: number; order: number }[]>();
  for (const [index, record] of records.entries()) {
    const person = personOf(record);
    const own = kept.get(person) ?? [];
    own.push({ index, order: random() });
    kept.set(person, own);
  }
  const indexes = [...kept.values()].flatMap((own) =>
    own
      .sort((left, right) => left.order - right.order)
      .slice(0, most)
      .map(({ index }) => index),
  );
  return indexes
    .sort((left, right) => left - right)
    .flatMap((index) => (index in records ? [records[index] as Item] : []));
}

/** A count with two-sided geometric noise: epsilon-differentially private where one person changes counts by `sensitivity` in all. */
export function geometricNoise(epsilon: number, sensitivity: number, random: () => number): number {
  const ratio = Math.exp(-epsilon / sensitivity);
  const draw = (): number => Math.floor(Math.log(1 - random()) / Math.log(ratio));
  return draw() - draw();
}

/** Noise of the Laplace distribution of scale sensitivity / epsilon, for amounts. */
export function laplaceNoise(epsilon: number, sensitivity: number, random: () => number): number {
  const share = random() - 0.5;
  return -(sensitivity / epsilon) * Math.sign(share) * Math.log(1 - 2 * Math.min(Math.abs(share), 0.5 - 1e-16));
}
