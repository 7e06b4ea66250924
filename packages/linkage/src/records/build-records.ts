import type { LinkSpec } from '../spec/link-spec.ts';
import { type FieldGroup, groupFields } from './field-groups.ts';
import { readGroup } from './read-group.ts';
import { type FieldColumn, NOT_STATED, type RecordSet, type RecordSource } from './record-set.ts';
import { ValuePool } from './value-pool.ts';

/**
 * Takes raw cells record by record and holds them as numbered normal values. A raw text is normalised once, however often it
 * occurs (texts that are hardly ever repeated are not remembered, so that memory follows the distinct values).
 */
export class RecordSetBuilder {
  readonly #spec: LinkSpec;
  readonly #columns: readonly GrowingColumn[];
  readonly #cellOf: readonly (readonly number[])[];
  readonly #sources: RecordSource[] = [];
  readonly #ids: string[] = [];
  #sourceOf = new Uint16Array(1 << 10);

  constructor(spec: LinkSpec) {
    this.#spec = spec;
    const order = new Map(Object.keys(spec.fields).map((name, index) => [name, index]));
    const groups = groupFields(spec);
    this.#columns = groups.map((group) => new GrowingColumn(group, spec));
    this.#cellOf = groups.map((group) => group.members.map((name) => order.get(name) ?? 0));
  }

  get size(): number {
    return this.#ids.length;
  }

  addSource(name: string, isUnique: boolean): void {
    this.#sources.push({ name, isUnique });
  }

  /** Adds a record of the source added last. `cells` in the order of `spec.fields`; null or '' where not stated. */
  add(id: string, cells: readonly (string | null)[]): void {
    const record = this.#ids.push(id) - 1;
    if (record >= this.#sourceOf.length) this.#sourceOf = widened(this.#sourceOf);
    this.#sourceOf[record] = this.#sources.length - 1;
    for (let c = 0; c < this.#columns.length; c += 1) {
      const places = this.#cellOf[c] as readonly number[];
      (this.#columns[c] as GrowingColumn).add(record, cells, places);
    }
  }

  build(): RecordSet {
    const ids = this.#ids;
    return {
      size: ids.length,
      spec: this.#spec,
      mode: this.#spec.mode,
      sources: this.#sources,
      sourceOf: this.#sourceOf.slice(0, ids.length),
      idOf: (record) => ids[record] ?? '',
      fields: this.#columns.map((column) => column.build(ids.length)),
    };
  }
}

/** Texts remembered with their values, at most. */
const REMEMBERED = 1 << 20;
/** After so many new texts it is seen whether texts come again at all; those of document numbers hardly do. */
const TRIED = 1 << 15;

class GrowingColumn {
  readonly #group: FieldGroup;
  readonly #spec: LinkSpec;
  readonly #pool = new ValuePool();
  readonly #known = new Map<string, number | readonly number[]>();
  #isRemembering = true;
  #valueOf = new Int32Array(1 << 10);
  readonly #furtherRecords: number[] = [];
  readonly #furtherValues: (readonly number[])[] = [];

  constructor(group: FieldGroup, spec: LinkSpec) {
    this.#group = group;
    this.#spec = spec;
  }

  add(record: number, cells: readonly (string | null)[], places: readonly number[]): void {
    if (record >= this.#valueOf.length) this.#valueOf = widened(this.#valueOf);
    const key =
      places.length === 1 ? (cells[places[0] as number] ?? '') : places.map((p) => cells[p] ?? '').join('\u0001');
    const values = this.#isRemembering ? this.#remembered(key, record) : this.#read(key);
    if (typeof values === 'number') {
      this.#valueOf[record] = values;
      return;
    }
    this.#valueOf[record] = values[0] ?? NOT_STATED;
    this.#furtherRecords.push(record);
    this.#furtherValues.push(values.slice(1));
  }

  build(size: number): FieldColumn {
    const values = new Int32Array(new SharedArrayBuffer(size * 4));
    values.set(this.#valueOf.subarray(0, size));
    return {
      name: this.#group.name,
      field: this.#group.field,
      pool: this.#pool,
      valueOf: values,
      further: this.#buildFurther(size),
    };
  }

  #remembered(key: string, record: number): number | readonly number[] {
    let values = this.#known.get(key);
    if (values !== undefined) return values;
    values = this.#read(key);
    if (this.#known.size < REMEMBERED) this.#known.set(key, values);
    // Where more than half of the texts are new, looking them up costs more than reading the others twice.
    if (this.#known.size === TRIED && record < TRIED * 2) {
      this.#isRemembering = false;
      this.#known.clear();
    }
    return values;
  }

  #read(key: string): number | readonly number[] {
    const texts = readGroup(this.#group, this.#spec, key.split('\u0001'));
    if (texts.length === 0) return NOT_STATED;
    const values = [...new Set(texts.map((text) => this.#pool.add(text)))];
    return values.length === 1 ? (values[0] as number) : values;
  }

  #buildFurther(size: number): FieldColumn['further'] {
    if (this.#furtherRecords.length === 0) return null;
    const starts = new Int32Array(new SharedArrayBuffer((size + 1) * 4));
    for (const [i, record] of this.#furtherRecords.entries()) starts[record + 1] = this.#furtherValues[i]?.length ?? 0;
    for (let r = 0; r < size; r += 1) starts[r + 1] = (starts[r + 1] as number) + (starts[r] as number);
    const values = new Int32Array(new SharedArrayBuffer((starts[size] as number) * 4));
    for (const [i, record] of this.#furtherRecords.entries())
      values.set(this.#furtherValues[i] ?? [], starts[record] as number);
    return { starts, values };
  }
}

function widened<T extends Int32Array | Uint16Array>(array: T): T {
  const wider = new (array.constructor as new (length: number) => T)(array.length * 2);
  wider.set(array);
  return wider;
}
