import type { Instance } from '../instance/instance.ts';
import type { ReleaseStep } from './release-machine.ts';
import { toReleaseProblem } from './release-problem.ts';
import { presentRelease, type ReleaseRow, releaseColumns } from './release-row.ts';
import type { Release } from './release-types.ts';

export interface StepWanted {
  readonly release: number;
  readonly step: Exclude<ReleaseStep, 'freeze'>;
  /** Who takes it. */
  readonly by: string;
  /** The hash that this person saw: another content is refused. */
  readonly seenHash?: string;
  /** Wanted for a withdrawal. */
  readonly reason?: string;
  /** For publication: a later time than the one that was signed. ISO instant. */
  readonly embargoUntil?: string;
}

/** Takes one step of a release, with its entry in the history. Throws a `StoreProblem` that says why it cannot be taken. */
export async function takeReleaseStep(
  instance: Pick<Instance, 'application'>,
  { release, step, by, seenHash, reason, embargoUntil }: StepWanted,
): Promise<Release> {
  try {
    const { rows } = await instance.application.query<ReleaseRow>(
      `select ${releaseColumns} from release.take_step($1, $2, $3, $4, $5, $6)`,
      [release, step, by, seenHash ?? null, reason ?? null, embargoUntil ?? null],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the step was not written');
    return presentRelease(row);
  } catch (error) {
    throw toReleaseProblem(error, release);
  }
}
