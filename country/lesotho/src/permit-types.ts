import { defineClassification, itemsOf } from '@leeto/registers';

/** Permits to stay and to work. */
export const permitType = defineClassification({
  id: 'permit_type',
  label: { en: 'Types of permit', st: 'Mefuta ea litumello' },
  description: {
    en: 'Permits under the Aliens Control Act 1966 and the labour laws, and the exemptions in use at the border.',
  },
  version: '1',
  source:
    'Aliens Control Act 1966, sections 5 and 6; practice of the Department of Immigration and of the Labour Commissioner',
  status: 'interim',
  items: itemsOf(
    [
      'temporary',
      'Temporary permit (90 days)',
      [
        'temporary permit',
        'temporary residence',
        'visitor permit',
        'visitor',
        'sojourn',
        'temporary sojourn',
        'tourist permit',
        "visitor's permit",
        '90 days',
      ],
    ],
    [
      'two_year',
      'Two-year residence permit',
      [
        'two-year residence',
        '2 year residence',
        '2-year',
        'two year',
        'residence permit (two years)',
        '2 years residence',
        'two years',
        'ordinary residence',
      ],
    ],
    [
      'indefinite',
      'Indefinite residence permit',
      ['indefinite', 'permanent residence', 'permanent', 'indefinite permit', 'permanent resident'],
    ],
    ['study', 'Study permit', ['student', 'student permit', 'study', 'studies']],
    ['spouse', 'Spouse of a citizen or resident', ['spouse', 'marriage', 'spouse permit', 'spousal']],
    [
      'joining_relative',
      'Joining a relative',
      ['joining relative', 'dependant', 'dependent', 'family', 'family reunion', 'relative', 'family reunification'],
    ],
    [
      'business',
      'Business permit',
      ['business', 'investor', 'trader', 'investor permit', 'self-employed', 'business residence'],
    ],
    [
      'health_worker',
      'Doctors and nurses',
      ['doctors & nurses', 'doctor', 'nurse', 'doctors', 'health worker', 'medical', 'doctors and nurses'],
    ],
    ['missionary', 'Missionary', ['missionary', 'missionaries', 'religious worker', 'religious']],
    [
      'work',
      'Work permit',
      [
        'work',
        'work permit',
        'employment',
        'employment permit',
        'certificate of employment',
        'worker',
        'general work permit',
      ],
    ],
    ['work_renewal', 'Work permit, renewal', ['renewal of work permit', 'work permit renewal']],
    [
      'diplomatic',
      'Diplomatic or official',
      ['diplomat', 'official', 'government', 'diplomatic', 'official exemption'],
    ],
    [
      'refugee',
      'Refugee or asylum-seeker document',
      ['refugee', 'asylum seeker', 'refugee permit', 'asylum permit', 'asylum-seeker'],
    ],
    ['exempt', 'No permit needed', ['none', 'no permit', 'visa exempt', 'citizen', 'visa free', 'exempted']],
    ['other', 'Other', ['others', 'special', 'other permit']],
  ),
});

/** Visas. */
export const visaType = defineClassification({
  id: 'visa_type',
  label: { en: 'Types of visa', st: 'Mefuta ea li-visa' },
  description: { en: 'Visas issued at missions, on the e-visa platform and at the border.' },
  version: '1',
  source: 'Practice of the Ministry of Home Affairs and of the e-visa service',
  status: 'interim',
  items: itemsOf(
    [
      'tourist',
      'Tourist visa',
      ['tourism', 'tourist', 'holiday', 'leisure', 'visitor', 'visitor visa', 'evisa tourist', 'visit'],
    ],
    ['business', 'Business visa', ['business', 'conference', 'business visit']],
    ['study', 'Study visa', ['student', 'study', 'student visa']],
    ['work', 'Work visa', ['work', 'employment', 'employment visa']],
    [
      'family',
      'Family visit visa',
      ['family', 'family visit', 'vfr', 'spouse', 'visiting relatives', 'visiting family'],
    ],
    ['medical', 'Medical visa', ['medical', 'medical treatment', 'health']],
    ['transit', 'Transit visa', ['transit']],
    ['diplomatic', 'Diplomatic visa', ['diplomatic', 'diplomat']],
    ['official', 'Official visa', ['official', 'service', 'courtesy', 'government']],
    ['exempt_14', 'Fourteen days without visa', ['14 days', '14-day', '14 days visa free', 'visa free 14 days']],
    ['other', 'Other', ['others']],
  ),
});
