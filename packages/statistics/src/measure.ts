import type { Catalogue, Text } from '@leeto/registers';
import type { PipelineStep } from '@leeto/warehouse';
import type { SensitivityPolicy } from './sensitivity.ts';
import type { DimensionColumn, FigureStatus, ValueColumn } from './table.ts';

/** A group of citizenships in the port tables, in order; a citizenship belongs to the first group that names it. */
export interface CitizenshipGroup {
  readonly code: string;
  readonly countries: readonly string[];
}

/** What a computation needs to be told. */
export interface MeasureParameters {
  /** The country whose statistics these are, ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly citizenshipGroups: readonly CitizenshipGroup[];
  /** First and last day of what is counted, `YYYY-MM-DD`, both included. Absent: all that the snapshot holds. */
  readonly period?: { readonly from: string; readonly to: string };
  /** The day as of which stays are judged, `YYYY-MM-DD`. Never later than the last movement recorded is looked at. */
  readonly asOf: string;
  /** Names agencies and lists ports in the coverage note; without it, ids stand there and ports come from the snapshot. */
  readonly catalogue?: Catalogue;
  /** Id of the snapshot attached to the session, carried into the metadata. */
  readonly snapshot?: string;
  /** Further numbers that a measure declares in `parameters`; absent ones take the declared default. */
  readonly values?: Readonly<Record<string, number>>;
}

/** A number that a measure can be run with, and its default. */
export interface MeasureParameter {
  readonly name: string;
  readonly describe: string;
  readonly default: number;
}

/** A step that several measures share may be kept: computed once for a session and a set of parameters. */
export interface MeasureStep extends PipelineStep {
  readonly isKept?: boolean;
  /**
   * The crossings in the step named (`crossing_no`, `person_id`, `crossed_on`, `direction`, `in_day`, `is_excluded`) are classified by
   * outcome, by the parameters `window` and `threshold`; this step then reads the table `classified`.
   */
  readonly classifies?: { readonly crossings: string };
}

/** One measure, declared as data: what it counts, by which clause, from which registers, in which named steps. */
export interface MeasureDeclaration {
  /** snake_case; the name of its file and of its page in `docs/methods/measures/`. */
  readonly id: string;
  readonly title: Text;
  readonly definition: Text;
  /** The clause of the standard that it follows. */
  readonly clause: string;
  /** Registers without which there is nothing to count: empty ones make an empty table that names their custodians. */
  readonly needs: readonly string[];
  /** Registers that are read where they hold something. */
  readonly uses?: readonly string[];
  readonly dimensions: readonly DimensionColumn[];
  readonly values: readonly ValueColumn[];
  readonly basis: 'microdata' | 'published';
  readonly status: FigureStatus;
  /** '12m', '6m1d', or '' where residence plays no part. */
  readonly residenceRule: string;
  /**
   * Steps from `<register>_rows` to the result. The step `facts` has one row a thing counted: the dimensions' codes under
   * their own names, `record_id`, `delivery_id`, `source_sheet`, `source_row`, and `period` (`YYYY`, `YYYY-MM` or
   * `YYYY-MM-DD`); sources, reference period and explanations are read from it. The last step has the dimensions, then the values, in declared order.
   */
  readonly steps: readonly MeasureStep[];
  readonly parameters: readonly MeasureParameter[];
  readonly notes: readonly Text[];
  readonly sensitivity: SensitivityPolicy;
  /** Too fine to be released whole: for analysis in the house, and not among the measures of a release or a Profile. */
  readonly isInternal?: boolean;
}

/** What may be left out of a declaration: `uses`, `parameters`, `notes` (none), `status` (final), `residenceRule` (''). */
export type MeasureInput = Omit<MeasureDeclaration, 'status' | 'residenceRule' | 'parameters' | 'notes'> &
  Partial<Pick<MeasureDeclaration, 'status' | 'residenceRule' | 'parameters' | 'notes'>>;

/** Declares a measure. Throws where the steps have no `facts`, or a value rests on a column that is not there. */
export function defineMeasure(input: MeasureInput): MeasureDeclaration {
  const names = new Set(input.values.map((value) => value.name));
  for (const value of input.values) {
    for (const base of [...(value.of === undefined ? [] : [value.of]), ...(value.alsoOf ?? [])]) {
      if (!names.has(base))
        throw new Error(`The value ${value.name} of ${input.id} rests on ${base}, which it does not have.`);
    }
    const isDerived = value.kind === 'share' || value.kind === 'rate' || value.kind === 'amount';
    if (input.basis === 'microdata' && isDerived && value.of === undefined) {
      throw new Error(`The value ${value.name} of ${input.id} must say on which count it rests.`);
    }
  }
  if (!input.steps.some((step) => step.name === 'facts')) throw new Error(`The measure ${input.id} has no step facts.`);
  if (input.needs.length === 0) throw new Error(`The measure ${input.id} needs no register.`);
  return Object.freeze({ status: 'final', residenceRule: '', parameters: [], notes: [], ...input });
}
