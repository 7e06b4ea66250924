import type { LinkedFiles } from '@leeto/server';
import { printTable } from './print-table.ts';

export interface LinkageSummary {
  readonly records: number;
  readonly sources: readonly { readonly name: string; readonly records: number }[];
  readonly mode: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly candidatePairs: number;
  readonly pairs: number;
  readonly persons: number;
  readonly linkedPairs: number;
  readonly largestPerson: number;
  readonly heldBack: number;
  /** Of pairs of records. Blocking, edges by themselves, and clusters are three things. */
  readonly measured: {
    readonly blockingRecall: number;
    readonly edges: readonly Figures[];
    readonly bestEdges: Figures;
    readonly clusters: Figures;
    readonly bCubed: Figures | null;
  } | null;
  /** Where there is no truth: from a sample that a person judged, or as the model expects of itself. Of pairs before clustering. */
  readonly estimated: {
    readonly from: 'sample' | 'model';
    readonly precision: Interval;
    /** Of the pairs compared, from a sample; of all, as the model expects. */
    readonly recall: Interval;
    readonly judged: number;
  } | null;
  /** Pairs in to-label.csv; 0 where none was written. */
  readonly toLabel: number;
  readonly proposed: readonly string[];
  readonly notices: readonly string[];
  readonly folder: string;
  readonly seconds: Readonly<Record<string, number>>;
}

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface Figures {
  readonly probability?: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What a linkage came to, for machines; words for people are made of it. */
export function linkageSummary(
  { result, counts, spec, proposed, evaluation, sample, expected, seconds }: LinkedFiles,
  more: {
    readonly folder: string;
    readonly notices: readonly string[];
    readonly pairs: number;
    readonly toLabel: number;
    /** Seconds of writing, and of all. */
    readonly write: number;
    readonly seconds: number;
  },
): LinkageSummary {
  const { records, clusters, model } = result;
  const sizes = new Int32Array(clusters.persons);
  for (const person of clusters.personOf) sizes[person] = (sizes[person] ?? 0) + 1;
  const figures = ({ precision, recall, f1 }: Figures) => ({ precision, recall, f1 });
  return {
    records: records.size,
    sources: records.sources.map(({ name }, index) => ({ name, records: counts[index] ?? 0 })),
    mode: records.mode,
    fields: Object.fromEntries(
      Object.entries(spec.fields).map(([name, { kind, part }]) => [
        name,
        part === undefined ? kind : `${kind} (${part})`,
      ]),
    ),
    threshold: 1 / (1 + 2 ** -model.thresholds.match),
    candidatePairs: result.candidatePairs,
    pairs: more.pairs,
    persons: clusters.persons,
    linkedPairs: sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
    largestPerson: sizes.reduce((most, size) => Math.max(most, size), 0),
    heldBack: clusters.heldBack.length,
    measured:
      evaluation === null
        ? null
        : {
            blockingRecall: evaluation.edges.blockingRecall,
            edges: evaluation.edges.at.map((at) => ({ probability: at.probability, ...figures(at) })),
            bestEdges: { probability: evaluation.edges.best.probability, ...figures(evaluation.edges.best) },
            clusters: figures(evaluation.clusters.pairs),
            bCubed: evaluation.clusters.bCubed === null ? null : figures(evaluation.clusters.bCubed),
          },
    estimated: evaluation === null ? estimatedOf(sample, expected) : null,
    toLabel: more.toLabel,
    proposed,
    notices: more.notices,
    folder: more.folder,
    seconds: { ...seconds, write: more.write, all: more.seconds },
  };
}

function estimatedOf(sample: LinkedFiles['sample'], expected: LinkedFiles['expected']): LinkageSummary['estimated'] {
  if (sample !== null) {
    const { precision, recallWithinCandidates: recall, answered } = sample.estimate;
    return { from: 'sample', precision, recall, judged: answered };
  }
  const { precision, recall } = expected;
  return Number.isNaN(precision.value) ? null : { from: 'model', precision, recall, judged: 0 };
}

/** The summary in words. No value of any record. */
export function printLinkage(_linked: LinkedFiles, summary: LinkageSummary): string {
  const count = (value: number) => value.toLocaleString('en');
  const { measured } = summary;
  return [
    ...(summary.proposed.length === 0
      ? []
      : [
          'No spec was given. This is what the columns were taken for (correct spec.json where it is wrong):',
          ...summary.proposed.map((line) => `  ${line}`),
          '',
        ]),
    `${counted(summary.records, 'record')} in ${summary.sources.length === 1 ? 'one file' : `${summary.sources.length} files`} ${summary.records === 1 ? 'is' : 'are'} ${counted(summary.persons, 'person')} (${summary.mode}; from p ≥ ${round(summary.threshold)} on).`,
    `${counted(summary.candidatePairs, 'pair')} compared, ${count(summary.pairs)} written; the largest person has ${counted(summary.largestPerson, 'record')}; ${counted(summary.heldBack, 'link')} held back by guards.`,
    ...(measured === null ? [] : ['', ...printMeasured(measured)]),
    ...(summary.estimated === null ? [] : ['', ...printEstimated(summary.estimated)]),
    ...(summary.notices.length === 0 ? [] : ['', ...summary.notices.map((notice) => `  ! ${notice}`)]),
    '',
    `In ${summary.folder}:`,
    ...printFiles(summary),
    `${(summary.seconds.all ?? 0).toFixed(1)} s: ${Object.entries(summary.seconds)
      .filter(([stage]) => stage !== 'all')
      .map(([stage, own]) => `${stage} ${own.toFixed(1)}`)
      .join(', ')}`,
  ].join('\n');
}

function printMeasured(measured: NonNullable<LinkageSummary['measured']>): readonly string[] {
  const row = (name: string, { precision, recall, f1 }: Figures) => [name, share(precision), share(recall), share(f1)];
  return [
    `Against the truth: ${share(measured.blockingRecall)} of the true pairs were compared (blocking).`,
    printTable(
      ['pairs of records', 'precision', 'recall', 'F1'],
      [
        ...measured.edges.map((at) => row(`links, p ≥ ${round(at.probability ?? 0)}`, at)),
        row(`links at their best, p ≥ ${round(measured.bestEdges.probability ?? 0)}`, measured.bestEdges),
        row('persons, by pairs', measured.clusters),
        ...(measured.bCubed === null ? [] : [row('persons, by records (B-cubed)', measured.bCubed)]),
      ],
    ),
  ];
}

function printEstimated({
  from,
  precision,
  recall,
  judged,
}: NonNullable<LinkageSummary['estimated']>): readonly string[] {
  const told = ({ value, low, high }: Interval) => `${share(value)} (${share(low)} to ${share(high)})`;
  return from === 'sample'
    ? [
        `Estimated from ${counted(judged, 'judged pair')}, with intervals of 95 %: precision ${told(precision)}, recall of the pairs compared ${told(recall)}.`,
      ]
    : [
        `Without truth, the model expects of itself: precision ${told(precision)}, recall ${told(recall)}. Right as far as its probabilities are.`,
      ];
}

function printFiles({ toLabel }: LinkageSummary): readonly string[] {
  const files: readonly (readonly [string, string])[] = [
    ['report.html', 'to read: what was linked, how sure, and why'],
    ['clusters.csv', 'each record with its person'],
    ['pairs.parquet', 'pairs with weight, probability, and a level a field'],
    ['spec.json', 'which column is what, as it was used'],
    ['model.json', 'to link again with --model. Holds the frequent names: keep it as you keep the records'],
    ...(toLabel === 0
      ? []
      : [
          [
            'to-label.csv',
            `${toLabel.toLocaleString('en')} pairs to judge, for --sample. Holds personal data: keep it as you keep the records`,
          ] as const,
        ]),
  ];
  return files.map(([name, what]) => `  ${name.padEnd(14)} ${what}`);
}

const counted = (value: number, thing: string) => `${value.toLocaleString('en')} ${thing}${value === 1 ? '' : 's'}`;
const share = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(4));
const round = (value: number) => String(Number(value.toFixed(4)));
