import type { PackCode, PackOccupation } from '@leeto/population';

/** Permit types with the codes that the permit office writes in its own list. */
export const permitTypes: readonly PackCode[] = [
  { code: 'two_year', agencyCode: 'R2', label: 'Two-year residence permit', weight: 34 },
  { code: 'indefinite', agencyCode: 'IND', label: 'Indefinite permit', weight: 8 },
  { code: 'study', agencyCode: 'STU', label: 'Study permit', weight: 4 },
  { code: 'spouse', agencyCode: 'SPO', label: 'Spouse permit', weight: 9 },
  { code: 'joining_relative', agencyCode: 'REL', label: 'Joining relative', weight: 8 },
  { code: 'business', agencyCode: 'BUS', label: 'Business permit', weight: 28 },
  { code: 'health_worker', agencyCode: 'MED', label: 'Doctors and nurses', weight: 5 },
  { code: 'missionary', agencyCode: 'MIS', label: 'Missionary', weight: 4 },
];

export const visaTypes: readonly PackCode[] = [
  { code: 'tourist', agencyCode: 'Tourist', label: 'Tourist visa', weight: 50 },
  { code: 'business', agencyCode: 'Business', label: 'Business visa', weight: 35 },
  { code: 'transit', agencyCode: 'Transit', label: 'Transit visa', weight: 5 },
];

export const refusalGrounds: readonly PackCode[] = [
  { code: 'no_document', agencyCode: 'A', label: 'No valid travel document', weight: 30 },
  { code: 'false_document', agencyCode: 'B', label: 'False or altered document', weight: 8 },
  { code: 'no_visa', agencyCode: 'C', label: 'No valid visa or permit', weight: 26 },
  { code: 'purpose_not_shown', agencyCode: 'E', label: 'Purpose not justified', weight: 14 },
  { code: 'overstay_before', agencyCode: 'F', label: 'Earlier overstay', weight: 8 },
  { code: 'purpose_not_shown', agencyCode: 'G', label: 'Insufficient means', weight: 9 },
  { code: 'prohibited', agencyCode: 'H', label: 'Prohibited person', weight: 2 },
];

export const removalGrounds: readonly PackCode[] = [
  { code: 'overstay', agencyCode: 'Overstayed', label: 'Overstay', weight: 50 },
  { code: 'illegal_entry', agencyCode: 'Illegal entry', label: 'Irregular entry', weight: 20 },
  { code: 'unlawful_work', agencyCode: 'Working without permit', label: 'Work without permit', weight: 20 },
  { code: 'crime', agencyCode: 'Criminal conviction', label: 'Criminal conviction', weight: 10 },
];

export const occupations: readonly PackOccupation[] = [
  {
    isco: '1420',
    isic: 'G',
    titles: ['Shop manager', 'Retail manager', 'MANAGER (SHOP)', 'Wholesale & retail manager'],
    weight: 26,
  },
  { isco: '5221', isic: 'G', titles: ['Shopkeeper', 'Shop owner', 'shop keeper'], weight: 18 },
  { isco: '2211', isic: 'Q', titles: ['Medical doctor', 'General practitioner', 'Dr.'], weight: 7 },
  { isco: '2221', isic: 'Q', titles: ['Professional nurse', 'Nurse'], weight: 5 },
  { isco: '2330', isic: 'P', titles: ['Secondary school teacher', 'Teacher (Maths)', 'teacher'], weight: 9 },
  { isco: '2310', isic: 'P', titles: ['University lecturer', 'Lecturer'], weight: 4 },
  { isco: '2142', isic: 'F', titles: ['Civil engineer', 'Site engineer'], weight: 7 },
  { isco: '8160', isic: 'C', titles: ['Production supervisor', 'Line supervisor (food)'], weight: 3 },
  {
    isco: '3122',
    isic: 'C',
    titles: ['Textile factory supervisor', 'Manufacturing supervisor', 'Supervisor - knitting'],
    weight: 10,
  },
  { isco: '2512', isic: 'J', titles: ['Software developer', 'IT specialist'], weight: 3 },
  { isco: '7231', isic: 'G', titles: ['Motor mechanic', 'Mechanic'], weight: 4 },
  { isco: '2635', isic: 'Q', titles: ['Social worker (NGO)', 'Programme officer'], weight: 6 },
  { isco: '2636', isic: 'S', titles: ['Pastor', 'Missionary', 'Religious minister'], weight: 3 },
  { isco: '7111', isic: 'F', titles: ['Builder', 'House builder'], weight: 4 },
];
