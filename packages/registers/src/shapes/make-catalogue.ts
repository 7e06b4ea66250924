import { commonClassifications } from '../classifications/common-classifications.ts';
import type { CountryPack } from '../country-pack.ts';
import type { Agency, Catalogue, ClassificationDeclaration, RecordDeclaration } from '../declaration.ts';
import { commonDeclarations } from '../declarations/common-declarations.ts';
import { DeclarationError } from './declaration-error.ts';
import { hasCode } from './find-code.ts';

/**
 * Puts the common declarations and a country's own together. A pack's classification takes the place of the common one of the
 * same id (a country's refusal grounds, its indicators); a pack's register may not take the place of a common one.
 * @throws DeclarationError with every cross-reference that leads nowhere.
 */
export function makeCatalogue(pack: CountryPack): Catalogue {
  const problems: string[] = [];
  const records = new Map<string, RecordDeclaration>();
  for (const declaration of [...commonDeclarations, ...pack.registers]) {
    if (records.has(declaration.id)) problems.push(`register "${declaration.id}" is declared twice`);
    records.set(declaration.id, declaration);
  }
  const classifications = new Map<string, ClassificationDeclaration>();
  for (const classification of commonClassifications) classifications.set(classification.id, classification);
  const own = new Set<string>();
  for (const classification of pack.classifications) {
    if (own.has(classification.id))
      problems.push(`classification "${classification.id}" is declared twice in the pack`);
    own.add(classification.id);
    classifications.set(classification.id, classification);
  }
  const agencies = new Map<string, Agency>();
  for (const agency of pack.agencies) {
    if (agencies.has(agency.id)) problems.push(`agency "${agency.id}" is declared twice`);
    agencies.set(agency.id, agency);
  }
  const catalogue: Catalogue = { records, classifications, agencies };
  problems.push(...checkReferences(catalogue), ...checkPack(pack, catalogue));
  if (problems.length > 0) throw new DeclarationError(`The country pack "${pack.code}"`, problems);
  return catalogue;
}

function checkReferences({ records, classifications, agencies }: Catalogue): readonly string[] {
  const problems: string[] = [];
  for (const declaration of records.values()) {
    if (!agencies.has(declaration.custodian)) {
      problems.push(`"${declaration.id}" is kept by the unknown agency "${declaration.custodian}"`);
    }
    for (const field of declaration.fields) {
      if (field.classification !== undefined && !classifications.has(field.classification)) {
        problems.push(
          `"${declaration.id}.${field.name}" takes its codes from the unknown classification "${field.classification}"`,
        );
      }
    }
  }
  return problems;
}

function checkPack(pack: CountryPack, { records, classifications, agencies }: Catalogue): readonly string[] {
  const problems: string[] = [];
  for (const delivery of pack.deliveries) {
    const declaration = records.get(delivery.register);
    if (declaration === undefined)
      problems.push(`delivery "${delivery.id}" is for the unknown register "${delivery.register}"`);
    if (!agencies.has(delivery.provenance.agency)) {
      problems.push(`delivery "${delivery.id}" comes from the unknown agency "${delivery.provenance.agency}"`);
    }
    const names = new Set(declaration?.fields.map((field) => field.name));
    const strangers = new Set(delivery.rows.flatMap((row) => Object.keys(row)).filter((name) => !names.has(name)));
    if (declaration !== undefined) {
      for (const name of strangers) problems.push(`delivery "${delivery.id}" has the unknown field "${name}"`);
    }
  }
  const countries = classifications.get('country');
  const districts = classifications.get('district');
  for (const group of pack.citizenshipGroups) {
    for (const code of group.countries) {
      if (countries !== undefined && !hasCode(countries, code)) {
        problems.push(`citizenship group "${group.code}" names the unknown country "${code}"`);
      }
    }
  }
  for (const shape of pack.shapes.districts) {
    if (districts !== undefined && !hasCode(districts, shape.code)) {
      problems.push(`a shape is for the unknown district "${shape.code}"`);
    }
  }
  return problems;
}
