import {
  type CodeList,
  type Mapping,
  type OpenedFile,
  type Proposal,
  proposeMapping,
  type RawTable,
  readCodeLists,
} from '@leeto/intake';
import type { CountryContext } from './country-context.ts';

/** One table of a file and what is thought of it. */
export interface RecognisedTable {
  readonly table: RawTable;
  readonly proposal: Proposal;
  /** Set where the table explains the codes of others. */
  readonly isCodeList: boolean;
}

export interface RecogniseOptions {
  readonly context: CountryContext;
  /** The register, where the user has named it. */
  readonly register?: string | undefined;
  /** A mapping that the user gives: it is used for each table that it fits. */
  readonly mapping?: Mapping | undefined;
  readonly savedMappings: readonly Mapping[];
  /** Lists from files beside this one. */
  readonly codeLists: readonly CodeList[];
}

/** Looks at every table of a file: code lists first, because they explain the columns of the other tables. */
export async function recogniseTables(
  opened: OpenedFile,
  options: RecogniseOptions,
): Promise<readonly RecognisedTable[]> {
  const lists = new Map<RawTable, readonly CodeList[]>();
  for (const table of opened.tables) lists.set(table, await readCodeLists(opened, table));
  const { context, register, mapping, savedMappings } = options;
  const codeLists = [...[...lists.values()].flat(), ...options.codeLists];
  const recognised: RecognisedTable[] = [];
  for (const table of opened.tables) {
    const proposal = await proposeMapping(opened, table, context.catalogue, {
      codeLists,
      saved: mapping === undefined ? savedMappings : [mapping, ...savedMappings],
      ...(register === undefined ? {} : { register }),
    });
    recognised.push({ table, proposal, isCodeList: proposal.mapping === null && (lists.get(table) ?? []).length > 0 });
  }
  return recognised;
}
