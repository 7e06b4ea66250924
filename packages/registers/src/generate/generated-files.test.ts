import { describe, expect, test } from 'vitest';
import { commonClassifications } from '../classifications/common-classifications.ts';
import { all, any, not, when } from '../condition.ts';
import type { Catalogue } from '../declaration.ts';
import { commonDeclarations } from '../declarations/common-declarations.ts';
import { conditionInWords } from './condition-in-words.ts';
import { generatedFiles } from './generated-files.ts';
import { jsonSchema } from './json-schema.ts';
import { markdownTable } from './markdown-table.ts';

const catalogue: Catalogue = {
  records: new Map(commonDeclarations.map((each) => [each.id, each])),
  classifications: new Map(commonClassifications.map((each) => [each.id, each])),
  agencies: new Map([['police', { id: 'police', name: { en: 'Police' }, level: 'national' }]]),
};

describe('generatedFiles', () => {
  const files = generatedFiles(catalogue);

  test('has a page for each register and classification, an index, and a schema for each register', () => {
    expect(files.size).toBe(1 + commonDeclarations.length * 2 + commonClassifications.length);
  });

  test('every register page names every field, and every classification page every code', () => {
    for (const declaration of commonDeclarations) {
      const page = files.get(`docs/dictionary/registers/${declaration.id}.md`) ?? '';
      for (const field of declaration.fields) expect(page).toContain(`| \`${field.name}\` |`);
      for (const rule of declaration.rules) expect(page).toContain(`| \`${rule.id}\` |`);
    }
    for (const classification of commonClassifications) {
      const page = files.get(`docs/dictionary/classifications/${classification.id}.md`) ?? '';
      for (const item of classification.items) expect(page).toContain(`| \`${item.code}\` |`);
    }
  });

  test('every link between pages of common lists leads to a page', () => {
    for (const [path, content] of files) {
      for (const [, target] of content.matchAll(/\]\(([^)]+\.md)\)/g)) {
        const page = new URL(target ?? '', `file:///${path}`).pathname.slice(1);
        const list = page.split('/').at(-1)?.replace('.md', '') ?? '';
        if (['port', 'district', 'permit_type', 'visa_type'].includes(list)) continue;
        expect(files.has(page), `${path} to ${page}`).toBe(true);
      }
    }
  });

  test('every row of a table has as many cells as its header', () => {
    for (const [path, content] of files) {
      if (!path.endsWith('.md')) continue;
      for (const table of content.match(/(?:^\|.*\n)+/gm) ?? []) {
        const widths = new Set(
          table
            .trim()
            .split('\n')
            .map((line) => line.replaceAll('\\|', '').split('|').length),
        );
        expect(widths.size, path).toBe(1);
      }
    }
  });

  test('is the same every time', () => {
    expect([...generatedFiles(catalogue)]).toEqual([...files]);
  });
});

describe('jsonSchema', () => {
  const movement = commonDeclarations.find((each) => each.id === 'border_movement');
  const schema = movement === undefined ? {} : jsonSchema(movement, catalogue);
  const properties = (schema.properties ?? {}) as Record<string, Record<string, unknown>>;

  test('requires what the register requires and takes nothing else', () => {
    expect(schema.required).toEqual(['port', 'direction', 'crossed_on', 'nationality']);
    expect(schema.additionalProperties).toBe(false);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('writes short lists out, with null where the field may be not stated', () => {
    expect(properties.direction?.enum).toEqual(['arrival', 'departure']);
    expect(properties.sex?.enum).toEqual(['M', 'F', 'X', null]);
    expect(properties.document_number).toMatchObject({ type: ['string', 'null'], pattern: '^[A-Z0-9/-]{1,24}$' });
  });
});

test('a condition is said in words', () => {
  expect(conditionInWords(all(when('a').is('x'), any(when('b').isStated(), not(when('c').isNotBefore('d')))))).toBe(
    '`a` is x, and (`b` is stated, or not (`c` is not before `d`))',
  );
});

test('bars and line ends in a cell do not break a table', () => {
  expect(markdownTable(['A'], [['x|y\nz']])).toBe('| A |\n|---|\n| x\\|y z |');
});
