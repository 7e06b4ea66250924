import { cubeSteps } from './cube.ts';
import { countOf, dimension } from './dimensions.ts';
import { defineMeasure, type MeasureDeclaration } from './measure.ts';
import { finalYears, residenceNotes } from './notes.ts';
import { NORMAL } from './sensitivity.ts';
import { inPeriod } from './steps/crossings.ts';
import { residenceFlowSteps, residenceParameters, residenceUses } from './steps/residence-flows.ts';
import type { DimensionColumn } from './table.ts';

/** A table of persons who changed their country of residence: what makes it differ from the others of its kind. */
export interface FlowMeasure {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly clause: string;
  readonly counted: { readonly name: string; readonly label: string };
  /** SQL over the step `residence_flows` as `f` that says which crossings are counted. */
  readonly where: string;
  /** Dimensions before the year, each with its SQL over `f`. */
  readonly by: readonly (readonly [column: DimensionColumn, sql: string])[];
  /** Registers read beside movements and residence permits. */
  readonly uses?: readonly string[];
  readonly notes?: readonly string[];
}

/** SQL over `f`: migrant arrivals of the headline series, which commuters are not in. */
export const immigration = "f.class = 'migrant_arrival' and not f.commuter";
/** SQL over `f`: migrant departures of the headline series. */
export const emigration = "f.class = 'migrant_departure' and not f.commuter";

/** Declares a measure of migrants by the outcome rule: one row a migration, dated by the crossing that it began with. */
export function defineFlowMeasure({
  id,
  title,
  definition,
  clause,
  counted,
  where,
  by,
  uses = [],
  notes = [],
}: FlowMeasure): MeasureDeclaration {
  return defineMeasure({
    id,
    title: { en: title },
    definition: { en: definition },
    clause,
    needs: ['border_movement'],
    uses: [...residenceUses, ...uses],
    dimensions: [...by.map(([column]) => column), dimension.year],
    values: [countOf(counted.name, counted.label, 'persons')],
    basis: 'microdata',
    status: 'interim',
    residenceRule: '12m',
    parameters: residenceParameters,
    steps: [
      ...residenceFlowSteps,
      {
        name: 'facts',
        describe: 'The migrations of the period by the outcome rule, of years that are final; commuters are left out.',
        sql: `select
  f.record_id,
  f.delivery_id,
  f.source_sheet,
  f.source_row,
  ${by.map(([{ name }, sql]) => `${sql} as ${name}`).join(',\n  ')},
  f.year,
  f.month as period
from residence_flows f
where ${where} and f.is_year_final and ${inPeriod('f.crossed_on')}`,
      },
      ...cubeSteps({
        dimensions: [...by.map(([{ name }]) => name), 'year'],
        apart: ['year'],
        values: { [counted.name]: 'count(*)' },
      }),
    ],
    notes: [...residenceNotes, finalYears, ...notes.map((en) => ({ en }))],
    sensitivity: NORMAL,
  });
}
