export type { DeskOutcome } from './desk.ts';
export {
  type AllArrivals,
  type ArrivalsOptions,
  type ArrivalsOutcome,
  followRegister,
  linkArrivals,
} from './link-arrivals.ts';
export { type LinkOneOptions, linkOne } from './link-one.ts';
export type { LayerOptions, LayerOutcome } from './link-open-registers.ts';
export type { PairOutcome } from './link-protected-pair.ts';
export { type LinkRegistersOptions, type LinkRegistersOutcome, linkRegisters } from './link-registers.ts';
export { type PersonRegisters, personRegisters } from './person-registers.ts';
export { countPersons, newestEvents, type PersonCounts, type PersonRead, readPerson } from './read-persons.ts';
export {
  type Answer,
  type Answered,
  answer,
  type ReviewPage,
  type ReviewQuestion,
  type Rights,
  reviewQueue,
  undo,
} from './review-persons.ts';
export { specOfRegisters } from './spec-of-registers.ts';
export { planUndo, type UndoOptions, type UndoPlan, undoPersonEvent } from './undo-event.ts';
export { type WithdrawOptions, withdraw } from './withdraw.ts';
