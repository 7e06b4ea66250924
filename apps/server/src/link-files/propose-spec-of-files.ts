import { LinkProblem, type LinkSpec } from '@leeto/linkage';
import type { LinkFile } from './open-link-files.ts';

/** Proposes a spec from headers and values. */
export async function proposeSpecOfFiles(
  files: readonly LinkFile[],
): Promise<{ readonly spec: LinkSpec; readonly because: readonly string[] }> {
  throw new LinkProblem({
    code: 'no_spec',
    message: `${files.map(({ source }) => source).join(', ')}: no spec was given.`,
    remedy: 'Write a spec and name it with --spec.',
  });
}
