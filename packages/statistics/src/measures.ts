import type { MeasureDeclaration } from './measure.ts';
import { arrivalsByDuration } from './measures/arrivals-by-duration.ts';
import { asylumCases } from './measures/asylum-cases.ts';
import { asylumDecisions } from './measures/asylum-decisions.ts';
import { asylumStatistics } from './measures/asylum-statistics.ts';
import { asylumStatisticsOfCitizens } from './measures/asylum-statistics-of-citizens.ts';
import { countryIndicators } from './measures/country-indicators.ts';
import { crossingsByCapture } from './measures/crossings-by-capture.ts';
import { crossingsByCitizenshipGroup } from './measures/crossings-by-citizenship-group.ts';
import { crossingsByMode } from './measures/crossings-by-mode.ts';
import { crossingsByMonth } from './measures/crossings-by-month.ts';
import { crossingsByPortMonthDirection } from './measures/crossings-by-port-month-direction.ts';
import { crossingsByPurpose } from './measures/crossings-by-purpose.ts';
import { crossingsDetail } from './measures/crossings-detail.ts';
import { dataCompleteness } from './measures/data-completeness.ts';
import { dataQuality } from './measures/data-quality.ts';
import { detectedTraffickingVictims } from './measures/detected-trafficking-victims.ts';
import { emigrantStock } from './measures/emigrant-stock.ts';
import { emigrantsByCitizenship } from './measures/emigrants-by-citizenship.ts';
import { emigrantsByNextResidence } from './measures/emigrants-by-next-residence.ts';
import { foreignBornStock } from './measures/foreign-born-stock.ts';
import { immigrantsByBirth } from './measures/immigrants-by-birth.ts';
import { immigrantsByCitizenship } from './measures/immigrants-by-citizenship.ts';
import { immigrantsByOccupation } from './measures/immigrants-by-occupation.ts';
import { immigrantsByPreviousResidence } from './measures/immigrants-by-previous-residence.ts';
import { imputedCrossings } from './measures/imputed-crossings.ts';
import { internalMigrationBalance } from './measures/internal-migration-balance.ts';
import { internalMigrationMatrix } from './measures/internal-migration-matrix.ts';
import { labourCertifications } from './measures/labour-certifications.ts';
import { migrantFlowsByMonth } from './measures/migrant-flows-by-month.ts';
import { migrantFlowsProvisional } from './measures/migrant-flows-provisional.ts';
import { migrantsByReason } from './measures/migrants-by-reason.ts';
import { migrationDeaths } from './measures/migration-deaths.ts';
import { migrationDeathsByMonth } from './measures/migration-deaths-by-month.ts';
import { migrationDeathsOfCountry } from './measures/migration-deaths-of-country.ts';
import { migrationPolicyScore } from './measures/migration-policy-score.ts';
import { naturalisations } from './measures/naturalisations.ts';
import { netCrossings } from './measures/net-crossings.ts';
import { netMigration } from './measures/net-migration.ts';
import { permitsBySex } from './measures/permits-by-sex.ts';
import { personsAndMovements } from './measures/persons-and-movements.ts';
import { populationBalance } from './measures/population-balance.ts';
import { populationByDistrict } from './measures/population-by-district.ts';
import { recruitmentCosts } from './measures/recruitment-costs.ts';
import { refugeePopulationInCountry } from './measures/refugee-population-in-country.ts';
import { refugeesFromCountry } from './measures/refugees-from-country.ts';
import { refugeesPer100000 } from './measures/refugees-per-100000.ts';
import { refusedEntriesByGround } from './measures/refused-entries-by-ground.ts';
import { reintegrationScores } from './measures/reintegration-scores.ts';
import { remittanceCosts } from './measures/remittance-costs.ts';
import { remittancesByReceiver } from './measures/remittances-by-receiver.ts';
import { remittancesBySender } from './measures/remittances-by-sender.ts';
import { remittancesReceived } from './measures/remittances-received.ts';
import { remittancesShareOfGdp } from './measures/remittances-share-of-gdp.ts';
import { removalsByGround } from './measures/removals-by-ground.ts';
import { residencePermitsByType } from './measures/residence-permits-by-type.ts';
import { residentPopulation } from './measures/resident-population.ts';
import { returnMigrants } from './measures/return-migrants.ts';
import { returnsByType } from './measures/returns-by-type.ts';
import { rollingStay90180 } from './measures/rolling-stay-90-180.ts';
import { stayAndOverstay } from './measures/stay-and-overstay.ts';
import { stayOutcomes } from './measures/stay-outcomes.ts';
import { temporaryPopulation } from './measures/temporary-population.ts';
import { unmatchedCrossings } from './measures/unmatched-crossings.ts';
import { visasByType } from './measures/visas-by-type.ts';
import { workPermitsByOccupation } from './measures/work-permits-by-occupation.ts';
import { workPermitsByType } from './measures/work-permits-by-type.ts';

/** All measures by id: at the border, permits, protection, stocks, money, deaths, context, quality. A new one is a file and a line here. */
export const measures: ReadonlyMap<string, MeasureDeclaration> = new Map(
  [
    crossingsByPortMonthDirection,
    crossingsByMonth,
    crossingsByCitizenshipGroup,
    crossingsByMode,
    crossingsByPurpose,
    crossingsByCapture,
    crossingsDetail,
    personsAndMovements,
    netCrossings,
    unmatchedCrossings,
    migrantFlowsByMonth,
    migrantFlowsProvisional,
    imputedCrossings,
    immigrantsByCitizenship,
    immigrantsByBirth,
    immigrantsByPreviousResidence,
    emigrantsByCitizenship,
    emigrantsByNextResidence,
    migrantsByReason,
    arrivalsByDuration,
    immigrantsByOccupation,
    netMigration,
    returnMigrants,
    residentPopulation,
    populationBalance,
    temporaryPopulation,
    stayAndOverstay,
    stayOutcomes,
    rollingStay90180,
    refusedEntriesByGround,
    residencePermitsByType,
    workPermitsByType,
    workPermitsByOccupation,
    visasByType,
    permitsBySex,
    labourCertifications,
    asylumCases,
    asylumDecisions,
    asylumStatistics,
    asylumStatisticsOfCitizens,
    refugeePopulationInCountry,
    refugeesFromCountry,
    refugeesPer100000,
    removalsByGround,
    returnsByType,
    reintegrationScores,
    detectedTraffickingVictims,
    naturalisations,
    recruitmentCosts,
    foreignBornStock,
    emigrantStock,
    remittancesReceived,
    remittancesBySender,
    remittancesByReceiver,
    remittancesShareOfGdp,
    remittanceCosts,
    migrationDeaths,
    migrationDeathsByMonth,
    migrationDeathsOfCountry,
    populationByDistrict,
    internalMigrationMatrix,
    internalMigrationBalance,
    migrationPolicyScore,
    countryIndicators,
    dataQuality,
    dataCompleteness,
  ].map((measure) => [measure.id, measure]),
);

/** The measures to compute and release, in order; those too fine to be released are found by their id only. */
export function listMeasures(): readonly MeasureDeclaration[] {
  return [...measures.values()].filter(({ isInternal }) => !isInternal);
}

/** The measure with this id. Throws, naming those there are, where there is none. */
export function getMeasure(id: string): MeasureDeclaration {
  const measure = measures.get(id);
  if (measure === undefined)
    throw new Error(`There is no measure ${id}. There are: ${[...measures.keys()].join(', ')}.`);
  return measure;
}
