import { describe, expect, it } from 'vitest';
import type { Block, Section } from '../document/document.ts';
import { input, releasedTable } from '../exampleland.fixture.ts';
import { composeProfile } from './compose-profile.ts';

function allBlocks(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap((section) => [...section.blocks, ...allBlocks(section.sections)]);
}

describe('composing the Profile', () => {
  const document = composeProfile(input);
  const blocks = allBlocks(document.sections);
  const words = JSON.stringify(document.sections);

  it('gives the same document for the same input', () => {
    expect(composeProfile(input)).toEqual(document);
  });

  it('keeps the order of the chapters that the country gave', () => {
    expect(document.sections.map((section) => section.id)).toEqual(input.pack.chapters.map((chapter) => chapter.id));
  });

  it('numbers figures and tables in the order of the document', () => {
    const figures = blocks.filter((block) => block.kind === 'figure' || block.kind === 'map');
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(figures.map((figure) => figure.number)).toEqual(figures.map((_, at) => String(at + 1)));
    expect(tables.map((table) => table.number)).toEqual(tables.map((_, at) => String(at + 1)));
  });

  it('says that a measure without a table has no data, and names the agency that would hold them', () => {
    const missing = blocks.filter((block) => block.kind === 'missing');
    expect(missing.some((block) => block.holder === 'Labour Commissioner')).toBe(true);
  });

  it('never writes a number that is not one, or a value that is not there', () => {
    expect(words).not.toMatch(/\b(NaN|undefined|null|Infinity)\b(?!,|\]|\})/);
    for (const block of blocks) {
      if (block.kind !== 'paragraph') continue;
      const text = block.content.map((inline) => ('text' in inline ? inline.text : '')).join('');
      expect(text).not.toMatch(/NaN|undefined|null|by -|by −/);
    }
  });

  it('shows a withheld cell as withheld, and gives the mark a legend', () => {
    const table = blocks.find(
      (block) => block.kind === 'table' && block.note.measure === 'crossings_by_port_month_direction',
    );
    expect(
      table?.kind === 'table' &&
        table.content.rows.flatMap((row) => row.cells).some((cell) => cell.kind === 'suppressed'),
    ).toBe(true);
    expect(table?.kind === 'table' && table.note.legend.map((each) => each.mark)).toContain('c');
  });

  it('marks synthetic data on the document and on each figure made of them', () => {
    expect(document.mark).toMatch(/Demonstration.*synthetic/);
    const figure = blocks.find((block) => block.kind === 'figure' && block.note.measure === 'crossings_by_month');
    expect(figure?.kind === 'figure' && figure.note.isSynthetic && figure.chart.isSynthetic).toBe(true);
  });
});

describe('what is let in', () => {
  it('refuses a table that was not released', () => {
    const [first] = input.tables.values();
    const forged = new Map([['forged', structuredClone({ ...first })]]) as typeof input.tables;
    expect(() => composeProfile({ ...input, tables: forged })).toThrow(/disclosure control/);
  });

  it('makes a Profile of nothing, in which each chapter says that there are no data', () => {
    const empty = composeProfile({ ...input, tables: new Map(), instruments: [] });
    const missing = allBlocks(empty.sections).filter((block) => block.kind === 'missing');
    expect(missing.length).toBeGreaterThan(4);
    expect(empty.annex).toEqual([]);
    expect(empty.mark).toMatch(/^Demonstration/);
  });
});

describe('a table of many indicators', () => {
  const permits = releasedTable({
    measure: 'country_indicators',
    title: 'Published indicators',
    basis: 'published',
    unit: 'as the dimension unit says',
    value: 'value',
    kind: 'amount',
    decimals: 2,
    dimensions: [
      ['indicator', 'Indicator'],
      ['unit', 'Unit'],
      ['year', 'Year', { isTime: true }],
    ],
    rows: [
      [['permits', 'permits', '2016'], 90314],
      [['share', '%', '2016'], 17.5],
    ],
  });
  const view = {
    id: 'permits',
    measure: 'country_indicators',
    subject: 'The number of permits',
    held: { indicator: 'permits' },
    figure: 'none',
    period: 'latest',
  } as const;
  const chapter = {
    id: 'only',
    number: '',
    title: { en: 'Only' },
    content: [{ kind: 'measure', view: 'permits', holder: 'border' }],
  } as const;

  it('is told one indicator at a time, in its own unit', () => {
    const [section] = composeProfile({
      ...input,
      tables: new Map([[permits.measure, permits]]),
      pack: { ...input.pack, views: [view], chapters: [chapter] },
    }).sections;
    const [paragraph] = section?.blocks ?? [];
    const text =
      paragraph?.kind === 'paragraph' ? paragraph.content.map((run) => ('text' in run ? run.text : '')).join('') : '';
    expect(text.replaceAll('\u00a0', ' ')).toContain('The number of permits stood at 90,314 permits in 2016.');
  });
});

describe('a year begun', () => {
  const refusals = (period: string) =>
    releasedTable({
      measure: 'refusals',
      title: 'Refusals',
      period,
      dimensions: [['year', 'Year', { isTime: true }]],
      rows: [
        [['2024'], 400],
        [['2025'], 260],
      ],
    });
  const told = (period: string) => {
    const table = refusals(period);
    const [section] = composeProfile({
      ...input,
      tables: new Map([[table.measure, table]]),
      pack: {
        ...input.pack,
        views: [
          { id: 'refusals', measure: 'refusals', subject: 'The number of refusals', figure: 'none', period: 'year' },
        ],
        chapters: [
          {
            id: 'only',
            number: '',
            title: { en: 'Only' },
            content: [{ kind: 'measure', view: 'refusals', holder: 'border' }],
          },
        ],
      },
    }).sections;
    const [paragraph] = section?.blocks ?? [];
    return paragraph?.kind === 'paragraph'
      ? paragraph.content
          .map((run) => ('text' in run ? run.text : ''))
          .join('')
          .replaceAll('\u00a0', ' ')
      : '';
  };

  it('is not set against a year complete', () => {
    expect(told('2024-01/2025-08')).toContain('stood at 260 movements from January to August 2025.');
  });

  it('is compared once it is complete', () => {
    expect(told('2024-01/2025-12')).toContain('fell by 35.0 % to 260 movements in 2025, against 400 in 2024.');
  });
});
