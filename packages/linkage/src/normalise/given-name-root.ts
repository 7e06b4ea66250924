import { GIVEN_NAME_FORMS } from './given-name-forms.ts';

/**
 * The full names that a folded given name may stand for: "liz" is ["elizabeth"], "alex" is ["alexander", "alexandra"], a name without short
 * forms is itself. Two given names may be the same when their roots meet.
 */
export function givenNameRoots(token: string): readonly string[] {
  return ROOTS.get(token) ?? [token];
}

/** The one full name that a folded given name stands for; a form of several names ("alex", "chris") stands for itself. */
export function givenNameRoot(token: string): string {
  const roots = ROOTS.get(token);
  return roots?.length === 1 ? (roots[0] ?? token) : token;
}

const ROOTS = rootsByForm();

function rootsByForm(): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const line of GIVEN_NAME_FORMS.trim().split('\n')) {
    const [root = '', ...forms] = line.trim().split(/\s+/);
    for (const form of [root, ...forms]) {
      const known = roots.get(form) ?? [];
      if (!known.includes(root)) known.push(root);
      roots.set(form, known);
    }
  }
  return roots;
}
