import { join } from 'node:path';

/** Where an instance keeps what is not in its database. */
export function instancePaths(folder: string) {
  return {
    /** The demonstration's agency files. */
    agencyFiles: join(folder, 'agency-files'),
    /** Mappings corrected by a person or used once, kept for next month's file. */
    mappings: join(folder, 'mappings'),
    /** Issues files of imports whose own folder could not be written to, or where none was named. */
    issues: join(folder, 'issues'),
    snapshots: join(folder, 'snapshots'),
    editions: join(folder, 'editions'),
    /** Where DuckDB spills and issues wait; may be emptied while nothing runs. */
    temporary: join(folder, 'temporary'),
  };
}
