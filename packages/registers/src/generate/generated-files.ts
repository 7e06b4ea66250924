import type { Catalogue } from '../declaration.ts';
import { dataDictionary } from './data-dictionary.ts';
import { jsonSchema } from './json-schema.ts';

/**
 * Every file that is derived from the declarations, by its path within the project: the data dictionary and the JSON Schemas.
 * The application writes them; a check compares them with what stands there.
 */
export function generatedFiles(catalogue: Catalogue): Map<string, string> {
  const files = new Map<string, string>();
  for (const [path, content] of dataDictionary(catalogue)) files.set(`docs/dictionary/${path}`, content);
  for (const declaration of catalogue.records.values()) {
    files.set(
      `docs/dictionary/schemas/${declaration.id}.schema.json`,
      `${JSON.stringify(jsonSchema(declaration, catalogue), null, 2)}\n`,
    );
  }
  return files;
}
