import type { Language } from '@leeto/registers';
import type { CurvePoint } from '../evaluate/curves.ts';
import type { Explainer } from '../explain/explain-pair.ts';
import type { LinkNotice, LinkResult, StageTime } from '../link-result.ts';

/** A share between 0 and 1, with its interval (95 %) where it is an estimate. */
export interface Share {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Accuracy {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Share;
}

export interface ThresholdRow {
  /** Bits. */
  readonly threshold: number;
  readonly probability: number;
  /** Pairs linked, and how many of them are (expected to be) wrong. */
  readonly links?: number;
  readonly wrong?: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface SubgroupRow {
  /** `sex`, and `F` within it. */
  readonly dimension: string;
  readonly group: string;
  readonly records: number;
  readonly precision: Share;
  readonly recall: Share;
  /** Lower than among all other records by more than chance would have it. */
  readonly isPrecisionWorse?: boolean;
  readonly isRecallWorse?: boolean;
}

/** What is known of errors. Every part is optional; a part that is missing is not in the report. */
export interface ReportEvaluation {
  /** Without truth: from the model, or from a sample that a person looked through. */
  readonly estimated?: Accuracy & { readonly from: 'model' | 'clerical_sample' };
  /** Against the truth, by pairs of records after clustering, and by records (B-cubed). */
  readonly measured?: { readonly pairs: Accuracy; readonly bCubed?: Accuracy; readonly edges?: Accuracy };
  /** Share of true pairs that were compared at all. */
  readonly blockingRecall?: number;
  /** The truth, or a part of it, was learnt from: what is measured flatters. */
  readonly isTruthLearnt?: boolean;
  /** Precision, recall and the share of other pairs that would be linked, from the highest threshold down. */
  readonly curves?: { readonly points: readonly CurvePoint[]; readonly auc: number; readonly averagePrecision: number };
  readonly thresholds?: { readonly are: 'measured' | 'sampled' | 'estimated'; readonly rows: readonly ThresholdRow[] };
  readonly subgroups?: readonly SubgroupRow[];
  /** Missed pairs of records by why they were missed. */
  readonly missedBy?: Readonly<Record<'not_proposed' | 'below_threshold' | 'held_back', number>>;
  /** Pairs of records (by number) on which the linkage and the truth disagree. */
  readonly errors?: readonly {
    readonly kind: 'false_link' | 'missed_link';
    readonly left: number;
    readonly right: number;
  }[];
}

export interface ReportFile {
  readonly name: string;
  readonly records: number;
  readonly sha256?: string;
}

export interface ReportInput {
  readonly result: LinkResult;
  readonly title: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly language?: Language;
  readonly files?: readonly ReportFile[];
  /** What is worth knowing; the result's own notices where absent. No value of any record. */
  readonly notices?: readonly Pick<LinkNotice, 'severity' | 'message'>[];
  /** Stages with their seconds, reading and writing among them; those of the result where absent. */
  readonly times?: readonly StageTime[];
  /** What a person may fill in to have errors measured: name of the file beside the report, and its pairs. */
  readonly toLabel?: { readonly file: string; readonly pairs: number };
  readonly evaluation?: ReportEvaluation;
  /** Explains the example pairs (`makeExplainer`; raw values are its `rawOf`); no waterfalls without it. */
  readonly explainer?: Explainer;
  /** Prints the values of the example records, and their ids. Without it each letter is shown as x and each digit as 9. */
  readonly showValues?: boolean;
  /** What to run to get the same again, one line each. */
  readonly commands?: readonly string[];
  /** Version of the program. */
  readonly version?: string;
  readonly seed?: number;
  /** `@font-face` rules with the faces inside, for text that looks the same everywhere. The system's own typeface without them. */
  readonly fontFaces?: string;
  /** Stands above everything, as on a demonstration. */
  readonly mark?: string;
}
