import { FileRefused, type OpenedFile } from '@leeto/intake';
import { inLanguage, type Provenance, type RecordDeclaration } from '@leeto/registers';
import type { CountryContext } from './country-context.ts';
import type { MappedTable, PlannedDelivery } from './import-delivery.ts';
import type { DeliveryOutcome } from './import-outcome.ts';
import type { RecognisedTable } from './recognise-file.ts';

/** What the user says of a file's origin; what is not said comes from the mapping, the register, and the file itself. */
export interface StatedOrigin {
  readonly context: CountryContext;
  /** Who delivers it; else the mapping's agency, else the register's custodian. */
  readonly agency?: string | undefined;
  readonly citation?: string | undefined;
  readonly isSynthetic?: boolean | undefined;
}

/** One delivery for each register that tables of the file were recognised as. Throws `FileRefused`. */
export function planDeliveries(
  opened: OpenedFile,
  recognised: readonly RecognisedTable[],
  options: StatedOrigin,
): readonly PlannedDelivery[] {
  const byRegister = new Map<string, MappedTable[]>();
  for (const { table, proposal } of recognised) {
    if (proposal.mapping === null) continue;
    const { register } = proposal.mapping;
    byRegister.set(register, [...(byRegister.get(register) ?? []), { table, mapping: proposal.mapping }]);
  }
  return [...byRegister].map(([register, tables]) => {
    const declaration = options.context.catalogue.records.get(register);
    if (declaration === undefined) {
      throw new FileRefused(
        'unknown_register',
        `The mapping is for the register ${register}, which does not exist.`,
        'Correct "register" in the mapping.',
      );
    }
    return { opened, declaration, tables, provenance: provenanceOf(opened, declaration, tables, options) };
  });
}

function provenanceOf(
  opened: OpenedFile,
  declaration: RecordDeclaration,
  tables: readonly MappedTable[],
  options: StatedOrigin,
): Provenance {
  const given = tables[0]?.mapping.provenance ?? {};
  const agency = options.agency ?? given.agency ?? declaration.custodian;
  const name = options.context.catalogue.agencies.get(agency)?.name;
  if (name === undefined) {
    throw new FileRefused(
      'unknown_agency',
      `There is no agency ${agency}.`,
      `There are: ${[...options.context.catalogue.agencies.keys()].join(', ')}.`,
    );
  }
  return {
    ...given,
    agency,
    citation:
      options.citation ??
      given.citation ??
      `${inLanguage(name, 'en')}, ${inLanguage(declaration.label, 'en').toLowerCase()}`,
    isSynthetic: options.isSynthetic ?? given.isSynthetic ?? saysSynthetic(opened, tables),
  };
}

/** A file that calls itself synthetic, in its name or its titles, is believed. */
function saysSynthetic(opened: OpenedFile, tables: readonly MappedTable[]): boolean {
  return [opened.name, ...tables.flatMap(({ table }) => table.titles)].some((text) => /synthetic/i.test(text));
}

/** Fields that the register demands of every record and that no column was found for, with the columns that were not used. */
export function findUnmapped({ declaration, tables }: PlannedDelivery): DeliveryOutcome['unmapped'] {
  const demanded = declaration.fields.filter(({ required }) => required);
  const missing = demanded.filter(({ name }) =>
    tables.some(({ mapping }) => mapping.emit.some(({ fields }) => fields[name] === undefined)),
  );
  if (missing.length === 0) return { fields: [], columns: [] };
  const used = JSON.stringify(tables.map(({ mapping }) => [mapping.emit, mapping.skipRowWhen]));
  const columns = tables.flatMap(({ table }) => table.columns.map(({ header }) => header));
  return {
    fields: missing.map(({ label }) => inLanguage(label, 'en')),
    columns: [...new Set(columns)].filter((header) => header !== '' && !used.includes(JSON.stringify(header))),
  };
}
