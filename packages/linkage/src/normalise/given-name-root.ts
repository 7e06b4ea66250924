import { GIVEN_NAME_FORMS } from './given-name-forms.ts';
import { nameKey } from './name-key.ts';

/**
 * The full names that a folded given name may stand for: "liz" is ["elizabeth"], "alex" is ["alexander", "alexandra"],
 * a name without short forms is itself. Two given names may be the same when their roots meet. /
 */
export function givenNameRoots(token: string): readonly string[] {
  return rootsOf(token) ?? [token];
}

/**
 * The one full name that a folded given name stands for; a form of several names ("alex", "chris") stands for itself.
 */
export function givenNameRoot(token: string): string {
  const roots = rootsOf(token);
  return roots?.length === 1 ? (roots[0] ?? token) : token;
}

const ROOTS = rootsByForm();
const ROOTS_BY_KEY = rootsByKey();

/**
 * A spelling that is not in the list is tried by its sound-alike key: "kittie" is "kitty". Short words sound alike too
 * often for that.
 */
function rootsOf(token: string): readonly string[] | undefined {
  return ROOTS.get(token) ?? (token.length < 5 ? undefined : ROOTS_BY_KEY.get(keyOf(token)));
}

/** The first two letters stand as written, or Bheki would be Becky. */
function keyOf(token: string): string {
  return token.slice(0, 2) + nameKey(token);
}

function rootsByKey(): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, readonly string[]>();
  for (const [form, roots] of ROOTS) {
    if (form.length < 4) continue;
    const key = keyOf(form);
    byKey.set(key, [...new Set([...(byKey.get(key) ?? []), ...roots])]);
  }
  return byKey;
}

function rootsByForm(): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const [root = '', ...forms] of GIVEN_NAME_FORMS) {
    for (const form of [root, ...forms]) {
      const known = roots.get(form) ?? [];
      if (!known.includes(root)) known.push(root);
      roots.set(form, known);
    }
  }
  return roots;
}
