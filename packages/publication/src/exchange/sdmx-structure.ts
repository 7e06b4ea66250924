import type { Text } from '@leeto/registers';
import type { CodeList } from './code-lists.ts';
import { type Concept, migrationAttributes, observedValue } from './concepts.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { attributeList, attributeType, mandatoryAttributes } from './sdmx-attributes.ts';
import { isSynthetic } from './sdmx-json.ts';
import { type DataStructure, type Structures, structureVersion } from './structures.ts';
import { element, type XmlElement, xmlText } from './xml-text.ts';

/** 3.0 is the current standard; many clients (rsdmx, pandaSDMX, JDemetra+) read 2.1 alone. */
export type SdmxVersion = '3.0' | '2.1';

interface Maintained {
  readonly agency: string;
  readonly version: string;
  readonly is30: boolean;
}

/** Agency scheme, concept scheme, code lists, data structures and dataflows of an export as an SDMX-ML structure message. */
export function sdmxStructure(structures: Structures, context: ExchangeContext, sdmx: SdmxVersion = '3.0'): string {
  const is30 = sdmx === '3.0';
  const kept: Maintained = { agency: context.publisher.id, version: is30 ? structureVersion : '1.0', is30 };
  const base = `http://www.sdmx.org/resources/sdmxml/schemas/v${sdmx.replace('.', '_')}`;
  const tables = [...structures.tables];
  const root = element(
    'mes:Structure',
    { 'xmlns:mes': `${base}/message`, 'xmlns:str': `${base}/structure`, 'xmlns:com': `${base}/common` },
    header(structures, context),
    element(
      'mes:Structures',
      {},
      ...inOrder(is30, {
        agencies: element('str:OrganisationSchemes', {}, agencyScheme(context, kept)),
        codeLists: element(
          'str:Codelists',
          {},
          [...structures.codeLists.values()].map((list) => codeList(list, kept)),
        ),
        concepts: element('str:Concepts', {}, conceptScheme(structures, kept)),
        dataStructures: element(
          'str:DataStructures',
          {},
          structures.dataStructures.map((structure) => dataStructure(structure, structures, kept)),
        ),
        dataflows: element(
          'str:Dataflows',
          {},
          tables.map(([{ title, definition }, { dataflow, dataStructure: follows }]) =>
            element(
              'str:Dataflow',
              maintained(dataflow, kept),
              names('Name', title),
              names('Description', definition),
              reference('str:Structure', 'datastructure.DataStructure', follows, null, kept),
            ),
          ),
        ),
      }),
    ),
  );
  return xmlText(root);
}

type Part = 'agencies' | 'codeLists' | 'concepts' | 'dataStructures' | 'dataflows';

/** The two versions want their parts in different orders, and 3.0 has flattened some names. */
function inOrder(is30: boolean, parts: Readonly<Record<Part, XmlElement>>): readonly XmlElement[] {
  const filled = (part: Part): readonly XmlElement[] => (parts[part].children.length === 0 ? [] : [parts[part]]);
  if (!is30) return (['agencies', 'dataflows', 'codeLists', 'concepts', 'dataStructures'] as const).flatMap(filled);
  const renamed = (part: Part, name: string) => filled(part).map((found) => ({ ...found, name }));
  return [
    ...renamed('agencies', 'str:AgencySchemes'),
    ...filled('codeLists'),
    ...renamed('concepts', 'str:ConceptSchemes'),
    ...filled('dataflows'),
    ...filled('dataStructures'),
  ];
}

function header(structures: Structures, { publisher, edition }: ExchangeContext): XmlElement {
  const isTest = [...structures.tables.keys()].some(isSynthetic);
  return element(
    'mes:Header',
    {},
    element('mes:ID', {}, `${edition.id}-STRUCTURE`.replaceAll(/[^A-Za-z0-9_@$-]/g, '_')),
    element('mes:Test', {}, String(isTest)),
    element('mes:Prepared', {}, edition.preparedAt),
    element('mes:Sender', { id: publisher.id }, names('Name', publisher.name)),
  );
}

const maintained = (id: string, { agency, version, is30 }: Maintained): XmlElement['attributes'] => ({
  id,
  agencyID: agency,
  version,
  // In 3.0 a version without a suffix is final by its form.
  ...(is30 ? {} : { isFinal: 'true' }),
});

function names(name: 'Name' | 'Description', text: Text): readonly XmlElement[] {
  return Object.entries(text).map(([language, words]) => element(`com:${name}`, { 'xml:lang': language }, words));
}

function agencyScheme({ publisher }: ExchangeContext, { is30 }: Maintained): XmlElement {
  return element(
    'str:AgencyScheme',
    // Agencies are versioned by nobody: in 3.0 the attribute is not allowed.
    { id: 'AGENCIES', agencyID: 'SDMX', ...(is30 ? {} : { version: '1.0', isFinal: 'false' }) },
    element('com:Name', { 'xml:lang': 'en' }, 'Agencies'),
    element('str:Agency', { id: publisher.id }, names('Name', publisher.name)),
  );
}

function codeList({ id, label, codes }: CodeList, kept: Maintained): XmlElement {
  return element(
    'str:Codelist',
    maintained(id, kept),
    names('Name', label),
    codes.map((code) =>
      element(
        'str:Code',
        { id: code.id },
        code.id === code.code
          ? null
          : element(
              'com:Annotations',
              {},
              element(
                'com:Annotation',
                { id: 'OWN_CODE' },
                element('com:AnnotationTitle', {}, code.code),
                element('com:AnnotationType', {}, 'OWN_CODE'),
              ),
            ),
        names('Name', code.label),
      ),
    ),
  );
}

function conceptScheme({ conceptScheme: { id, label, concepts } }: Structures, kept: Maintained): XmlElement {
  return element(
    'str:ConceptScheme',
    maintained(id, kept),
    names('Name', label),
    concepts.map((concept: Concept) =>
      element(
        'str:Concept',
        { id: concept.id },
        names('Name', concept.label),
        names('Description', concept.description),
      ),
    ),
  );
}

function dataStructure(structure: DataStructure, { conceptScheme: scheme }: Structures, kept: Maintained): XmlElement {
  const identity = (id: string) => reference('str:ConceptIdentity', 'conceptscheme.Concept', scheme.id, id, kept);
  const enumeration = (list: string) =>
    element('str:LocalRepresentation', {}, reference('str:Enumeration', 'codelist.Codelist', list, null, kept));
  const dimensions = structure.dimensions.map(({ id, codeList: list }, index) =>
    list === undefined
      ? element(
          'str:TimeDimension',
          kept.is30 ? { id } : { id, position: String(index + 1) },
          identity(id),
          element('str:LocalRepresentation', {}, element('str:TextFormat', { textType: 'ObservationalTimePeriod' })),
        )
      : element('str:Dimension', { id, position: String(index + 1) }, identity(id), enumeration(list)),
  );
  const attributes = migrationAttributes.map(({ id }) => {
    const list = attributeList[id];
    const isMandatory = mandatoryAttributes.has(id);
    const relation = kept.is30
      ? element('str:Observation')
      : element('str:PrimaryMeasure', {}, element('Ref', { id: observedValue.id }));
    return element(
      'str:Attribute',
      kept.is30
        ? { id, usage: isMandatory ? 'mandatory' : 'optional' }
        : { id, assignmentStatus: isMandatory ? 'Mandatory' : 'Conditional' },
      identity(id),
      list === undefined
        ? element('str:LocalRepresentation', {}, element('str:TextFormat', { textType: attributeType[id] ?? 'String' }))
        : enumeration(list),
      element('str:AttributeRelationship', {}, relation),
    );
  });
  const decimal = element('str:LocalRepresentation', {}, element('str:TextFormat', { textType: 'Decimal' }));
  const measure = kept.is30
    ? element('str:Measure', { id: observedValue.id, usage: 'optional' }, identity(observedValue.id), decimal)
    : element('str:PrimaryMeasure', { id: observedValue.id }, identity(observedValue.id), decimal);
  return element(
    'str:DataStructure',
    maintained(structure.id, kept),
    names('Name', structure.label),
    element(
      'str:DataStructureComponents',
      {},
      element('str:DimensionList', { id: 'DimensionDescriptor' }, dimensions),
      element('str:AttributeList', { id: 'AttributeDescriptor' }, attributes),
      element('str:MeasureList', { id: 'MeasureDescriptor' }, measure),
    ),
  );
}

/** A reference: in 3.0 a URN, in 2.1 its parts, because many clients of 2.1 read nothing else. */
function reference(name: string, type: string, id: string, item: string | null, { agency, version, is30 }: Maintained) {
  if (is30) {
    const urn = `urn:sdmx:org.sdmx.infomodel.${type}=${agency}:${id}(${version})${item === null ? '' : `.${item}`}`;
    return element(name, {}, urn);
  }
  const [packageName, className] = type.split('.');
  const whose = { agencyID: agency, package: packageName, class: className };
  return element(
    name,
    {},
    item === null
      ? element('Ref', { id, version, ...whose })
      : element('Ref', { id: item, maintainableParentID: id, maintainableParentVersion: version, ...whose }),
  );
}
