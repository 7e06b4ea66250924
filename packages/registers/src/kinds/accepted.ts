import type { Reading } from '../kind.ts';

/** A value that is canonical as it stands. */
export const accepted = (value: string): Reading => ({ ok: true, value });

/** A value that is not, and what would be. `code` is stable: programs and the issues file key on it. */
export const refused = (code: string, hint: string): Reading => ({ ok: false, code, hint });
