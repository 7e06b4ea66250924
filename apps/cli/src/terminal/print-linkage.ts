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
  readonly proposed: readonly string[];
  readonly notices: readonly string[];
  readonly folder: string;
  readonly seconds: Readonly<Record<string, number>>;
}

interface Figures {
  readonly probability?: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What a linkage came to, for machines; words for people are made of it. */
export function linkageSummary(
  { result, counts, spec, proposed, evaluation, seconds }: LinkedFiles,
  more: {
    readonly folder: string;
    readonly notices: readonly string[];
    readonly pairs: number;
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
    proposed,
    notices: more.notices,
    folder: more.folder,
    seconds: { ...seconds, all: more.seconds },
  };
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
    ...(summary.notices.length === 0 ? [] : ['', ...summary.notices.map((notice) => `  ! ${notice}`)]),
    '',
    `In ${summary.folder}: pairs.parquet, clusters.csv, model.json, spec.json, and report.html to read.`,
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

const counted = (value: number, thing: string) => `${value.toLocaleString('en')} ${thing}${value === 1 ? '' : 's'}`;
const share = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(4));
const round = (value: number) => String(Number(value.toFixed(4)));
