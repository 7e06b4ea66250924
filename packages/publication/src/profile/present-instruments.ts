import { inLanguage } from '@leeto/registers';
import type { Block } from '../document/document.ts';
import type { Cell, TableContent } from '../document/table-content.ts';
import { capitalise } from '../phrases/join-words.ts';
import type { ComposeContext } from './compose-context.ts';
import { missingBlock } from './missing-block.ts';
import type { Content } from './profile-pack.ts';

type Instruments = Extract<Content, { kind: 'instruments' }>;

/** A table of laws, policies or agreements with year, status and source. */
export function presentInstruments(content: Instruments, context: ComposeContext): readonly Block[] {
  const title = inLanguage(content.title, context.edition.language);
  const chosen = (context.instruments ?? [])
    .filter((instrument) => content.kinds.includes(instrument.instrument_kind))
    .toSorted((a, b) => a.year.localeCompare(b.year) || a.title.localeCompare(b.title, 'en'));
  if (chosen.length === 0) return [missingBlock(title, 'home_affairs_immigration', context)];
  const text = (value: string, sortKey = value): Cell => ({ kind: 'text', text: value === '' ? '–' : value, sortKey });
  const table: TableContent = {
    columns: [
      { label: 'Title', unit: '', kind: 'label', decimals: 0 },
      { label: 'Kind', unit: '', kind: 'text', decimals: 0 },
      { label: 'Year', unit: '', kind: 'text', decimals: 0 },
      { label: 'Status', unit: '', kind: 'text', decimals: 0 },
      { label: 'Subject', unit: '', kind: 'text', decimals: 0 },
      { label: 'Custodian', unit: '', kind: 'text', decimals: 0 },
      { label: 'Source', unit: '', kind: 'text', decimals: 0 },
    ],
    rows: chosen.map((each) => ({
      isTotal: false,
      cells: [
        text(each.title),
        text(capitalise(each.instrument_kind.replaceAll('_', ' '))),
        text(each.year),
        text(capitalise(each.status.replaceAll('_', ' '))),
        text(capitalise((each.domain ?? '').replaceAll('_', ' '))),
        text(each.custodian ? context.agencyName(each.custodian) : ''),
        text(each.citation ?? ''),
      ],
    })),
    remark: '',
  };
  const number = context.nextNumber('table');
  return [
    {
      kind: 'table',
      id: `table-${number}`,
      number,
      title,
      content: table,
      note: {
        sources: [],
        facts: [
          { label: 'Source', text: 'Register of laws and policies, with the source of each entry in the last column.' },
        ],
        status: 'final',
        statusLabel: 'As recorded',
        isSynthetic: false,
        syntheticLabel: '',
        legend: [],
        measure: 'legal_instrument',
        snapshot: context.edition.snapshot,
        explain: '',
      },
    },
  ];
}
