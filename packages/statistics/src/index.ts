export { type ComputedMeasure, computeMeasure } from './compute-measure.ts';
export * from './estimates/index.ts';
export { explainFigure, type FigureExplanation, type FigureExplanationOptions } from './explain-figure.ts';
export * from './flows/index.ts';
export {
  type CitizenshipGroup,
  defineMeasure,
  type MeasureDeclaration,
  type MeasureInput,
  type MeasureParameter,
  type MeasureParameters,
} from './measure.ts';
export { measureIndexes, withMeasureRows } from './measure-index.ts';
export { getMeasure, listMeasures, measures } from './measures.ts';
export * from './sensitivity.ts';
export * from './table.ts';
