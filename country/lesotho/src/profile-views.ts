import type { MeasureView } from '@leeto/publication';

/** Figures that only Lesotho has, and those told from its side. */
export const views: readonly MeasureView[] = [
  {
    id: 'lesotho_special_permits',
    measure: 'country_indicators',
    title: 'Lesotho Special Permits issued by South Africa',
    subject: 'The number of Lesotho Special Permits issued by South Africa',
    held: { indicator: 'lesotho_special_permits_issued' },
    figure: 'none',
    period: 'latest',
  },
  {
    id: 'lesotho_exemption_permits',
    measure: 'country_indicators',
    title: 'Lesotho Exemption Permits valid in South Africa',
    subject: 'The number of Lesotho Exemption Permits, which took their place from 2020,',
    held: { indicator: 'lesotho_exemption_permit_holders' },
    figure: 'none',
    period: 'latest',
  },
  {
    id: 'remittance_costs',
    measure: 'remittance_costs',
    subject: 'The cost of sending 200 US dollars home, in per cent of the amount,',
    value: 'mean_cost',
    held: { receiver: 'LSO' },
    category: 'sender',
    categoryNoun: 'sending country',
    figure: 'none',
    table: { rows: 'sender', columns: 'time' },
    period: 'latest',
  },
];
