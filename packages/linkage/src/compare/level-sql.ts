import type { Comparison, LevelDeclaration } from './comparison.ts';

/** The condition of a level in DuckDB's SQL. */
export function levelSql(comparison: Comparison, level: LevelDeclaration): string {
  return `${comparison.id}: ${level.id}`;
}
