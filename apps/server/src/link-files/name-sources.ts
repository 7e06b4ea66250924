import { basename } from 'node:path';
import { type LinkSpec, type SourceSpec, SpecRefused } from '@leeto/linkage';
import type { LinkFile } from './open-link-files.ts';

/**
 * Joins what the spec says of its sources to the files given: by the source's name, the file's name with or without its ending, or the spec's own
 * `file`, in which case the spec's name is the source's. Throws SpecRefused where the spec speaks of a file that was not given.
 */
export function nameSources(
  spec: LinkSpec,
  files: readonly LinkFile[],
  specName: string,
): { readonly spec: LinkSpec; readonly files: readonly LinkFile[] } {
  if (spec.sources === undefined) return { spec, files };
  const named = [...files];
  const sources: Record<string, SourceSpec> = {};
  const problems = Object.entries(spec.sources).flatMap(([name, own]) => {
    const wanted = basename(own.file ?? name);
    const index =
      firstIndex(files, ({ source }) => source === (own.file ?? name)) ??
      firstIndex(files, ({ path }) => basename(path) === wanted) ??
      firstIndex(files, ({ path }) => stem(path) === stem(wanted));
    // A spec for several files may be used for some of them.
    if (index === null && own.file !== undefined) return [];
    if (index === null) {
      const there = files.map(({ source }) => source).join(', ');
      return [{ at: `sources.${name}`, message: `there is no such file; the files are ${there}` }];
    }
    const file = named[index] as LinkFile;
    const source = own.file === undefined ? file.source : name;
    named[index] = { ...file, source };
    sources[source] = own;
    return [];
  });
  if (problems.length > 0) throw new SpecRefused(specName, problems);
  return { spec: { ...spec, sources }, files: named };
}

function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number | null {
  const index = items.findIndex(test);
  return index < 0 ? null : index;
}

function stem(path: string): string {
  return basename(path).replace(/(\.[a-z]+)+$/i, '');
}
