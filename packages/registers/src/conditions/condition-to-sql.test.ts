import { expect, test } from 'vitest';
import { all, not, when } from '../condition.ts';
import { conditionToSql } from './condition-to-sql.ts';

const quote = (field: string): string => `"${field}"`;

test('values are parameters, never text of the statement', () => {
  const { sql, parameters } = conditionToSql(all(when('a').is("x'; drop table y"), when('n').isAtLeast(3)), quote);
  expect(sql).not.toContain('drop');
  expect(parameters).toEqual(["x'; drop table y", 3]);
  expect(sql).toBe(
    '((cast("a" as text) = cast($1 as text)) and (cast(cast("n" as text) as double precision) >= cast($2 as double precision)))',
  );
});

test('parameters are numbered from where the caller says', () => {
  const { sql } = conditionToSql(when('a').isIn('x', 'y'), quote, { firstParameter: 4 });
  expect(sql).toBe('(cast("a" as text) in (cast($4 as text), cast($5 as text)))');
});

test('empty groups and negation are written out', () => {
  expect(conditionToSql(all(), quote).sql).toBe('true');
  expect(conditionToSql(not({ op: 'any', of: [] }), quote).sql).toBe('(not false)');
});
