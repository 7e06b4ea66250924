/** Sheet and row of every row taken in, by ordinal: 4 bytes a row. */
export class RowPositions {
  #rows = new Int32Array(1 << 16);
  #count = 0;
  readonly #sheets: { readonly first: number; readonly sheet: string }[] = [];

  get count(): number {
    return this.#count;
  }

  /** Returns the ordinal of the row. */
  add(sheet: string, row: number): number {
    const last = this.#sheets.at(-1);
    if (last === undefined || last.sheet !== sheet) this.#sheets.push({ first: this.#count, sheet });
    if (this.#count === this.#rows.length) {
      const longer = new Int32Array(this.#count * 2);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    this.#rows[this.#count] = row;
    this.#count += 1;
    return this.#count - 1;
  }

  at(ordinal: number): { readonly sheet: string; readonly row: number } {
    const sheet = this.#sheets.findLast(({ first }) => first <= ordinal)?.sheet ?? '';
    return { sheet, row: this.#rows[ordinal] ?? 0 };
  }
}
