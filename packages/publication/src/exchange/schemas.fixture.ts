import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv, type ErrorObject, type Options } from 'ajv';
import formats from 'ajv-formats';
import {
  XmlBufferInputProvider,
  XmlDocument,
  type XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** Files of a standard's schema, by name. */
function readSchemas(name: string): Readonly<Record<string, string>> {
  const packed = readFileSync(join(import.meta.dirname, 'schemas', `${name}.json.gz`));
  return JSON.parse(gunzipSync(packed).toString('utf8')) as Record<string, string>;
}

/** Checks XML against the schema of SDMX-ML; an empty list says that it holds. */
export function makeSdmxMlCheck(version: '3.0' | '2.1'): (xml: string) => readonly string[] {
  const base = `sdmx-ml-${version}/`;
  const files = Object.entries(readSchemas(`sdmx-ml-${version}`));
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(
      Object.fromEntries(files.map(([name, text]) => [`${base}${name}`, new TextEncoder().encode(text)])),
    ),
  );
  const message = files.find(([name]) => name === 'SDMXMessage.xsd')?.[1] ?? '';
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(message, { url: `${base}SDMXMessage.xsd` }));
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return (error as XmlLibError).details.map(({ line, message: words }) => `line ${line}: ${words}`);
    } finally {
      document.dispose();
    }
  };
}

/** Checks a value against a JSON Schema of a standard; an empty list says that it holds. */
export function makeJsonCheck(
  name: string,
  file: string,
  options: Options = {},
): (value: unknown) => readonly string[] {
  // `http://json-schema.org/schema#` names no draft in particular, and `id` was the draft-04 word for `$id`.
  const { id: _id, ...schema } = JSON.parse(readSchemas(name)[file] ?? '') as Record<string, unknown>;
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: true,
    unicodeRegExp: false,
    logger: false,
    ...options,
  });
  formats.default(ajv);
  const check = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
  return (value) =>
    check(value)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`);
}
