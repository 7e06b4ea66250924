import type { ProfilePack } from '@leeto/publication';

const parts = {
  home_affairs_immigration:
    'Controls entry, stay and exit at the fourteen land posts and the airport; keeps the log of movements, refusals and removals.',
  home_affairs_residence: 'Grants and renews residence permits.',
  refugees_commissioner: 'Receives and decides applications for asylum; keeps the register of refugees.',
  tip_secretariat: 'Coordinates the fight against trafficking in persons.',
  home_affairs_civil_registry: 'Keeps the population register: births, deaths, identity cards.',
  labour_commissioner: 'Grants work permits, oversees recruitment and the protection of workers abroad.',
  foreign_affairs: 'Consular services, and the link to Basotho abroad.',
  bureau_of_statistics:
    'Coordinates official statistics and the Migration Data Working Group; runs censuses and surveys.',
  central_bank: 'Compiles the balance of payments, remittances among them.',
  ministry_of_health: 'Health at ports of entry, and health services for mobile people.',
  social_development: 'Protection and assistance of vulnerable migrants, children above all.',
  ministry_of_finance: 'Plans development; chairs work on migration and development.',
  police: 'Investigates trafficking and smuggling; the Child and Gender Protection Unit.',
  revenue_services: 'Customs at the ports of entry.',
  iom_lesotho: 'Supports migration governance, data, and assisted voluntary return.',
} as const;

/** Who does what in migration. */
export const institutions: ProfilePack['institutions'] = Object.entries(parts).map(([agency, en]) => ({
  agency,
  part: { en },
}));
