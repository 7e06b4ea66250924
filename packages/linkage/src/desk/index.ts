export { type Desk, type DeskScore, makeDesk } from './make-desk.ts';
export { comparedFields, type NormalValues, normalValuesOf, recordSetOfValues } from './values-record-set.ts';
