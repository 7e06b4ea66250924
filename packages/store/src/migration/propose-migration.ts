import type { Catalogue } from '@leeto/registers';
import type { LiveSchema, LiveTable } from './live-schema.ts';
import { type ColumnDesign, designTable, type IndexDesign, type TableDesign } from './table-design.ts';

/**
 * Writes the SQL that brings the live tables to what the declarations say, for a person to read and commit as the next
 * migration; '' where nothing is to be done. Nothing is ever dropped by it: what is no longer declared is named in a comment.
 */
export function proposeMigration(catalogue: Pick<Catalogue, 'records'>, live: LiveSchema): string {
  const designs = [...catalogue.records.values()].map(designTable);
  const declared = new Set(designs.map(({ name }) => name));
  const steps = designs.flatMap((design) => {
    const table = live.get(design.name);
    return table === undefined ? createTable(design) : alterTable(design, table);
  });
  const undeclared = [...live.keys()].filter((name) => !declared.has(name));
  const notes = undeclared.map(
    (name) => `-- register.${name} is declared no more; its records are kept until someone drops it.`,
  );
  const all = [...steps, ...notes];
  return all.length === 0 ? '' : `${all.join('\n\n')}\n`;
}

function createTable(design: TableDesign): string[] {
  const name = `register.${design.name}`;
  const sequence = `register.${design.name}_record_id`;
  const columns = design.columns.map((column) => `  ${columnDefinition(column)}`).join(',\n');
  const partitioning = design.partitionedBy === null ? '' : ` partition by range (${quote(design.partitionedBy)})`;
  return [
    [
      // Numbers are fetched in blocks: a load of a million rows asks for the next one a million times.
      `create sequence ${sequence} cache 100;`,
      `create table ${name} (\n${columns}\n)${partitioning};`,
      `alter sequence ${sequence} owned by ${name}.record_id;`,
      ...design.indexes.map((index) => createIndex(design.name, index)),
      ...(design.partitionedBy === null ? [] : appendOnlyTriggers(design.name)),
      `comment on table ${name} is ${literal(design.comment)};`,
      ...design.columns.map((column) => commentOn(design.name, column)),
    ].join('\n'),
  ];
}

function alterTable(design: TableDesign, live: LiveTable): string[] {
  const name = `register.${design.name}`;
  const steps: string[] = [];
  for (const column of design.columns) {
    const present = live.columns.find((candidate) => candidate.name === column.name);
    if (present === undefined) {
      if (column.isRequired)
        steps.push(`-- ${column.name} is required: this fails where ${name} holds records; fill it for them first.`);
      steps.push(`alter table ${name} add column ${columnDefinition(column)};\n${commentOn(design.name, column)}`);
      continue;
    }
    const alter = `alter table ${name} alter column ${quote(column.name)}`;
    if (present.type !== column.type) {
      steps.push(
        `-- Rewrites the whole table, and fails where a value does not convert.\n${alter} type ${column.type} using ${quote(column.name)}::${column.type};`,
      );
    }
    if (present.isRequired && !column.isRequired) steps.push(`${alter} drop not null;`);
    if (!present.isRequired && column.isRequired) {
      steps.push(`-- Fails where a record lacks it; fill those first.\n${alter} set not null;`);
    }
    if (present.comment !== column.comment) steps.push(commentOn(design.name, column));
  }
  for (const present of live.columns) {
    if (design.columns.some(({ name: declared }) => declared === present.name)) continue;
    const free = present.isRequired ? `\nalter table ${name} alter column ${quote(present.name)} drop not null;` : '';
    steps.push(
      `-- ${name}.${present.name} is declared no more; its values are kept until someone drops the column.${free}`,
    );
  }
  for (const index of design.indexes) {
    const present = live.indexes.find((candidate) => candidate.name === index.name);
    if (present === undefined) steps.push(createIndex(design.name, index));
    else if (!isSameIndex(present, index)) {
      steps.push(`drop index register.${index.name};\n${createIndex(design.name, index)}`);
    }
  }
  if (design.partitionedBy !== live.partitionedBy) {
    steps.push(`-- ${name} is partitioned otherwise than declared: make a new table and move the records by hand.`);
  } else if (design.partitionedBy !== null) {
    steps.push(...appendOnlyTriggers(design.name).filter((_, place) => !live.triggers.includes(TRIGGERS[place] ?? '')));
  }
  return steps;
}

/** Names of the triggers that keep a movement log append-only. */
export const TRIGGERS: readonly string[] = ['is_append_only', 'is_not_truncated'];

const appendOnlyTriggers = (table: string): string[] => [
  `create trigger is_append_only before update or delete on register.${table}\n  for each row execute function ledger.refuse_change();`,
  `create trigger is_not_truncated before truncate on register.${table}\n  for each statement execute function ledger.refuse_truncate();`,
];

export function isSameIndex(one: Omit<IndexDesign, 'method'> & { method: string }, other: IndexDesign): boolean {
  return (
    one.method === other.method && one.isUnique === other.isUnique && one.columns.join(',') === other.columns.join(',')
  );
}

const createIndex = (table: string, { name, method, columns, isUnique }: IndexDesign): string =>
  `create ${isUnique ? 'unique ' : ''}index ${name} on register.${table} using ${method} (${columns.map(quote).join(', ')});`;

const columnDefinition = (column: ColumnDesign): string =>
  [
    quote(column.name),
    column.type,
    ...(column.isRequired ? ['not null'] : []),
    ...(column.default === undefined ? [] : [`default ${column.default}`]),
  ].join(' ');

const commentOn = (table: string, column: ColumnDesign): string =>
  `comment on column register.${table}.${quote(column.name)} is ${literal(column.comment)};`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Field names are snake_case; the few that SQL reserves need quotes. */
const RESERVED = new Set([
  'all',
  'case',
  'check',
  'column',
  'default',
  'desc',
  'end',
  'from',
  'group',
  'order',
  'references',
  'table',
  'to',
  'user',
  'when',
  'where',
]);
export const quote = (name: string): string => (RESERVED.has(name) ? `"${name}"` : name);
