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
    const settled = register === undefined ? refuseToss(proposal) : proposal;
    recognised.push({
      table,
      proposal: settled,
      isCodeList: settled.mapping === null && (lists.get(table) ?? []).length > 0,
    });
  }
  return recognised;
}

/** Scores closer than this are a toss of a coin: names, sex and a date fit returns as well as removals. */
const nearlyEqual = 0.02;

/** Records in the wrong register make wrong figures that nobody sees; where two registers fit alike, a person says which. */
function refuseToss(proposal: Proposal): Proposal {
  const [best, second] = proposal.candidates;
  if (proposal.mapping === null || proposal.by !== 'guess' || best === undefined || second === undefined)
    return proposal;
  const isToss = best.register === proposal.mapping.register && best.score - second.score < nearlyEqual;
  if (!isToss) return proposal;
  const alike = proposal.candidates.filter(({ score }) => best.score - score < nearlyEqual);
  const names = alike.map(({ register }) => register).join(' or ');
  return {
    ...proposal,
    mapping: null,
    because: `it could be ${names}, and nothing in its name, titles or headers says which`,
  };
}
