/**
 * A code as SDMX may write it (IDType of SDMX-ML: letters, digits, `_`, `@`, `$`, `-`). Other characters become `_`: IRTS `1.1`
 * is `1_1`. Injective where `codes` are made with `sdmxCodes`.
 */
export function sdmxCodes(codes: Iterable<string>): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  const taken = new Set<string>();
  // Codes that need no change come first: none of them is ever pushed aside by one that does.
  const sorted = [...new Set(codes)].sort((left, right) => Number(isCode(right)) - Number(isCode(left)));
  for (const code of sorted) {
    const plain = isCode(code) ? code : code.replaceAll(/[^A-Za-z0-9_@$-]+/g, '_') || '_';
    let candidate = plain;
    for (let number = 2; taken.has(candidate); number += 1) candidate = `${plain}_${number}`;
    taken.add(candidate);
    made.set(code, candidate);
  }
  return made;
}

const isCode = (code: string): boolean => /^[A-Za-z0-9_@$-]+$/.test(code);

/** An identifier of a concept, code list or structure (NCNameIDType: a letter first): `crossings_by_month` is `CROSSINGS_BY_MONTH`. */
export function sdmxId(name: string): string {
  const upper = name.toUpperCase().replaceAll(/[^A-Z0-9_-]+/g, '_');
  return /^[A-Z]/.test(upper) ? upper : `X_${upper}`;
}
