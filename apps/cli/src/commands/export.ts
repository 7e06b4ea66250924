import { type ExchangeForm, exchangeForms, formInWords } from '@leeto/publication';
import { exportRelease, type ReleaseExport } from '@leeto/server';
import { type Instance, listPublishedReleases, releaseNumber, StoreProblem } from '@leeto/store';
import { Argument } from 'commander';
import { type AddCommand, addInstanceOptions, addJsonOption, printResult } from '../command.ts';
import type { InstanceOptions } from '../instance-folder.ts';
import { printTable } from '../terminal/print-table.ts';
import { withInstance } from '../with-instance.ts';
import { releaseId } from './release.ts';

interface ExportOptions extends InstanceOptions {
  readonly json?: boolean;
  readonly release?: number;
  readonly out: string;
}

export const addExport: AddCommand = (program) => {
  addJsonOption(addInstanceOptions(program.command('export')))
    .description('write the files of a release, byte for byte as they were signed')
    .addArgument(new Argument('<form...>', 'in which form; several, or all').choices([...exchangeForms, 'all']))
    .option('--release <number>', 'which one (default: the newest that is published)', releaseId)
    .requiredOption('--out <folder>', 'where to; with SHA256SUMS, which `sha256sum -c` reads')
    .addHelpText(
      'after',
      `
Forms:
${exchangeForms.map((form) => `  ${form.padEnd(10)}${formInWords[form]}`).join('\n')}

One form alone is written into the folder itself, several into a folder each.

Examples:
  npx leeto export sdmx --out sdmx
  npx leeto export all --release R-0003 --out release-3`,
    )
    .action(async (forms: readonly (ExchangeForm | 'all')[], options: ExportOptions) => {
      const written = await withInstance(options, async ({ instance, progress }) => {
        const release = options.release ?? (await newestPublished(instance));
        progress.onProgress({ step: `Writing ${releaseNumber(release)}` });
        return exportRelease(instance, {
          release,
          forms: forms.includes('all') ? exchangeForms : exchangeForms.filter((form) => forms.includes(form)),
          folder: options.out,
        });
      });
      const notice = noticeOf(written);
      if (notice !== '') process.stderr.write(`  ! ${notice}\n`);
      const { release, files } = written;
      const { id, title, state, contentHash, embargoUntil } = release;
      const result = {
        release: releaseNumber(id),
        title,
        state,
        contentHash,
        embargoUntil,
        notice,
        folder: options.out,
        files,
      };
      printResult(options.json, result, () =>
        [
          `${releaseNumber(id)} “${title}”: ${files.length} files in ${options.out}`,
          printTable(
            ['file', 'bytes', 'SHA-256'],
            files.map(({ path, bytes, sha256 }) => [path, bytes, `${sha256.slice(0, 16)}…`]),
          ),
        ].join('\n'),
      );
    });
};

async function newestPublished(instance: Instance): Promise<number> {
  const [newest] = (await listPublishedReleases(instance)).filter(({ state }) => state === 'published');
  if (newest !== undefined) return newest.id;
  throw new StoreProblem(
    'release_none_published',
    'No release is published.',
    'Make one (npx leeto release create --as NAME), or name one that is not published yet with --release.',
  );
}

/** Whoever holds files of a release that is not public must know it. */
function noticeOf({ release: { id, state, embargoUntil, withdrawnReason } }: ReleaseExport): string {
  const name = releaseNumber(id);
  if (state === 'withdrawn') return `${name} was withdrawn (${withdrawnReason ?? ''}): its figures are not to be used.`;
  if (state !== 'published')
    return `${name} is not published: these files are for those who sign it, and for nobody else.`;
  const isEmbargoed = embargoUntil !== null && Date.parse(embargoUntil) > Date.now();
  return isEmbargoed ? `${name} is under embargo until ${embargoUntil}: the files are not to be passed on before.` : '';
}
