import { commonIndicators, defineClassification, itemsOf } from '@leeto/registers';

/** The common indicators, with those that only Lesotho has. */
export const indicator = defineClassification({
  id: 'indicator',
  label: { en: 'Indicators' },
  description: {
    en: 'What single published figures measure: the common ones, and the South African permits for Basotho.',
  },
  version: 'LSO 1',
  source: 'World Development Indicators; SDG indicators; Department of Home Affairs, South Africa',
  status: 'interim',
  items: [
    ...commonIndicators,
    ...itemsOf(
      ['lesotho_special_permits_applications', 'Lesotho Special Permit, applications', ['LSP applications']],
      ['lesotho_special_permits_issued', 'Lesotho Special Permit, issued', ['LSP issued', 'lesotho special permits']],
      [
        'lesotho_exemption_permit_holders',
        'Lesotho Exemption Permit, holders',
        ['LEP holders', 'lesotho exemption permits'],
      ],
      [
        'arrivals_in_south_africa_season',
        'Arrivals of Basotho in South Africa, festive season',
        ['festive season arrivals'],
      ],
      ['port_movements_season', 'Movements at the busiest post, festive season', ['festive season movements']],
    ),
  ],
});
