import type { ReleasedTable } from '@leeto/disclosure';
import { lesothoProfile } from '@leeto/lesotho';
import {
  composeProfile,
  type Edition,
  type ProfileDocument,
  renderAnnex,
  renderHtml,
  renderPdf,
  renderWord,
} from '@leeto/publication';
import { inLanguage } from '@leeto/registers';
import { getMeasure } from '@leeto/statistics';
import type { Instance } from '@leeto/store';
import type { Snapshot } from '@leeto/warehouse';
import type { MeasureLine } from '../http/site-state.ts';
import type { Progress } from '../progress.ts';
import { codeVersion } from './code-version.ts';
import { computeTables, measureParameters, readInstruments, withSnapshot } from './compute-tables.ts';
import type { CountryContext } from './country-context.ts';
import { type StoredEdition, writeEdition } from './edition-store.ts';
import { instancePaths } from './instance-paths.ts';

export interface CompileOptions {
  readonly instance: Instance;
  readonly context: CountryContext;
  readonly snapshot: Snapshot;
  /** The day of compilation, `YYYY-MM-DD`; stays are judged as of it. */
  readonly compiledOn: string;
  readonly onProgress: Progress;
}

/** From a snapshot to a finished edition: measures, protection, composition, four forms. */
export async function compileEdition(options: CompileOptions): Promise<StoredEdition> {
  const { instance, context, snapshot, compiledOn, onProgress } = options;
  const paths = instancePaths(instance.folder);
  const parameters = measureParameters(context, snapshot, compiledOn);
  const { tables, instruments } = await withSnapshot(snapshot, context, paths.temporary, async (session) => ({
    tables: await computeTables(session, parameters, onProgress),
    instruments: await readInstruments(session),
  }));
  onProgress({ step: 'Composing the Profile' });
  const pack = lesothoProfile;
  const edition = describeEdition(options);
  const document = composeProfile({ pack, tables, edition, catalogue: context.catalogue, instruments });
  return writeEdition(paths.editions, {
    title: edition.title,
    compiledOn,
    snapshot: snapshot.id,
    codeVersion,
    measures: [...tables.values()].map((table) => measureLine(table, context)),
    files: await renderAll(document, onProgress),
  });
}

function describeEdition({ instance, context, snapshot, compiledOn }: CompileOptions): Edition {
  const country = inLanguage(context.pack.name, 'en');
  return {
    title: `Migration in ${country}: A Country Profile`,
    subtitle: `Edition of ${compiledOn.slice(0, 4)}`,
    instanceKind: instance.kind === 'demonstration' ? 'demonstration' : 'production',
    compiledOn,
    snapshot: snapshot.id,
    language: 'en',
    publisher: inLanguage(context.catalogue.agencies.get('bureau_of_statistics')?.name ?? context.pack.name, 'en'),
  };
}

async function renderAll(document: ProfileDocument, onProgress: Progress) {
  onProgress({ step: 'Writing the web page' });
  const html = await renderHtml(document);
  onProgress({ step: 'Setting the PDF' });
  const pdf = await renderPdf(document);
  onProgress({ step: 'Writing Word and the spreadsheet annex' });
  const docx = await renderWord(document);
  const xlsx = await renderAnnex(document);
  return [
    { kind: 'html' as const, content: html },
    { kind: 'pdf' as const, content: pdf },
    { kind: 'docx' as const, content: docx },
    { kind: 'xlsx' as const, content: xlsx },
  ];
}

function measureLine(table: ReleasedTable, { catalogue }: CountryContext): MeasureLine {
  return {
    id: table.measure,
    title: inLanguage(table.title, 'en'),
    rows: table.rows.length,
    suppressed: table.protection.primarySuppressed + table.protection.secondarySuppressed,
    status: table.metadata.status,
    missing: table.rows.length > 0 ? '' : holders(table.measure, catalogue),
  };
}

/** Names the agencies that keep the registers that a measure needs. */
function holders(measure: string, catalogue: CountryContext['catalogue']): string {
  const custodians = getMeasure(measure).needs.map((register) => catalogue.records.get(register)?.custodian ?? '');
  const names = [...new Set(custodians)].map((id) => catalogue.agencies.get(id)?.name);
  return names
    .map((name) => (name === undefined ? '' : inLanguage(name, 'en')))
    .filter(Boolean)
    .join(', ');
}
