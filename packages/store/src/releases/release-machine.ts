/** `making` is only ever seen by the transaction that writes a release. */
export type ReleaseState = 'making' | 'frozen' | 'signed_once' | 'signed' | 'published' | 'withdrawn';
export type ReleaseStep = 'freeze' | 'sign' | 'publish' | 'withdraw';

/** The state machine, as `release.transition` has it: the database holds to it whatever program asks. */
export const releaseTransitions: readonly {
  readonly step: ReleaseStep;
  readonly from: ReleaseState;
  readonly to: ReleaseState;
}[] = [
  { step: 'freeze', from: 'making', to: 'frozen' },
  { step: 'sign', from: 'frozen', to: 'signed_once' },
  { step: 'sign', from: 'signed_once', to: 'signed' },
  { step: 'publish', from: 'signed', to: 'published' },
  { step: 'withdraw', from: 'frozen', to: 'withdrawn' },
  { step: 'withdraw', from: 'signed_once', to: 'withdrawn' },
  { step: 'withdraw', from: 'signed', to: 'withdrawn' },
  { step: 'withdraw', from: 'published', to: 'withdrawn' },
];

/** The state that a step leads to; undefined where it cannot be taken. */
export function findNextState(state: ReleaseState, step: ReleaseStep): ReleaseState | undefined {
  return releaseTransitions.find((transition) => transition.from === state && transition.step === step)?.to;
}

/** The steps that can be taken from a state. */
export function nextSteps(state: ReleaseState): readonly ReleaseStep[] {
  return releaseTransitions.filter(({ from }) => from === state).map(({ step }) => step);
}
