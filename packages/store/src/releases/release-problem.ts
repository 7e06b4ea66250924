import { StoreProblem, toStoreProblem } from '../problem.ts';
import { nextSteps, type ReleaseState } from './release-machine.ts';

/** How a release is named to people: `R-0007`. */
export const releaseNumber = (id: number): string => `R-${String(id).padStart(4, '0')}`;

const stateInWords: Readonly<Record<ReleaseState, string>> = {
  making: 'being made',
  frozen: 'frozen and not signed',
  signed_once: 'signed by one person',
  signed: 'signed by two people',
  published: 'published',
  withdrawn: 'withdrawn',
};

const problems: Readonly<Record<string, readonly [code: string, message: string, remedy: string]>> = {
  LE010: ['release_missing', 'There is no such release.', 'leeto release list shows those there are.'],
  LE012: [
    'release_altered',
    'The files of the release are not those that were frozen.',
    'Do not publish it. Restore the database from a backup, or withdraw the release and make a new one.',
  ],
  LE013: [
    'release_other_content',
    'The content that was seen is not that of the release.',
    'Look at the release again and name the hash that it shows.',
  ],
  LE014: [
    'release_own_work',
    'Who made a release does not sign it.',
    'Have another person sign, or make releases with the policy that their maker may.',
  ],
  LE015: [
    'release_signed_by_same',
    'This person has signed the release already.',
    'The second signature is another person’s.',
  ],
  LE016: [
    'release_embargo_earlier',
    'The embargo that was signed cannot be brought forward.',
    'Publish with that time or a later one; or withdraw the release and make a new one.',
  ],
  LE017: ['release_reason_missing', 'A withdrawal needs a reason.', 'Give it with --reason.'],
};

/** Errors of `release.take_step` in words; others as everywhere. */
export function toReleaseProblem(error: unknown, id: number): StoreProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known = problems[code];
  if (known !== undefined) return new StoreProblem(known[0], `${releaseNumber(id)}: ${known[1]}`, known[2]);
  if (code !== 'LE011') return toStoreProblem(error);
  const detail = typeof error === 'object' && error !== null && 'detail' in error ? String(error.detail) : '';
  const state = (detail in stateInWords ? detail : 'making') as ReleaseState;
  const steps = nextSteps(state).map(
    (step) => ({ sign: 'signed off', publish: 'published', withdraw: 'withdrawn', freeze: 'frozen' })[step],
  );
  return new StoreProblem(
    'release_wrong_state',
    `${releaseNumber(id)} is ${stateInWords[state]}: that step cannot be taken.`,
    steps.length === 0 ? 'Nothing more can be done with it; make a new one.' : `It can be ${steps.join(' or ')}.`,
  );
}
