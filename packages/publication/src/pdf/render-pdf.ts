import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { printFontPaths } from '../design/typography.ts';
import type { ProfileDocument } from '../document/document.ts';
import { printData } from './print-data.ts';

/** The PDF could not be set; `diagnostics` are the typesetter's own words. */
export class TypesettingError extends Error {
  readonly diagnostics: readonly unknown[];
  constructor(diagnostics: readonly unknown[]) {
    super(`The PDF could not be set: ${JSON.stringify(diagnostics).slice(0, 2000)}`);
    this.name = 'TypesettingError';
    this.diagnostics = diagnostics;
  }
}

/**
 * The Profile as a tagged PDF (PDF/UA-1) with embedded fonts. The same document gives the same bytes: its only date is the
 * edition's. Throws `TypesettingError`.
 */
export async function renderPdf(document: ProfileDocument): Promise<Uint8Array> {
  const { json, pictures } = printData(document);
  const folder = dirname(import.meta.filename);
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: printFontPaths().map((path) => readFileSync(path)) }],
  });
  const place = (name: string, content: string) =>
    compiler.mapShadow(`${folder}/${name}`, Buffer.from(content, 'utf8'));
  place('profile.json', json);
  for (const [name, svg] of pictures) place(name, svg);
  const compiled = compiler.compile({ mainFilePath: `${folder}/profile.typ` });
  const failure = compiled.takeDiagnostics();
  if (compiled.result === null) throw new TypesettingError(failure ? compiler.fetchDiagnostics(failure) : []);
  const created = Date.parse(`${document.edition.compiledOn}T00:00:00Z`) / 1000;
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: created });
  compiler.evictCache(0);
  return pdf;
}
