import type { LevelDeclaration } from './comparison.ts';
import { exact, level, otherwise } from './level.ts';

/** A date of birth, or any date that a person keeps. */
export function dateLevels(): readonly LevelDeclaration[] {
  return [
    exact(0.83),
    level(
      'swapped',
      ['day and month swapped', 'letsatsi le khoeli li fapantšitsoe'],
      ['The same date with day and month exchanged.', 'Letsatsi le le leng, letsatsi le khoeli li fapantšitsoe.'],
      { is: 'date_swapped' },
      0.01,
    ),
    level(
      'last_figure',
      ['last figure of day, month or year differs', 'palo ea ho qetela ea letsatsi, khoeli kapa selemo ea fapana'],
      [
        'Only the last figure of one part is another one.',
        'Ke palo ea ho qetela ea karolo e le ’ngoe feela e fapanang.',
      ],
      { is: 'date_last_figure' },
      0.03,
    ),
    level(
      'one_figure',
      ['one figure differs', 'palo e le ’ngoe ea fapana'],
      ['Another figure is wrong, or two neighbours are exchanged.', 'Palo e ’ngoe e fosahetse.'],
      { is: 'date_one_edit' },
      0.02,
    ),
    level(
      'partial',
      ['agrees as far as known', 'lumellana moo ho tsejoang'],
      ['One is known in part only, and that part agrees.', 'E ’ngoe e tsejoa ka karolo, ’me ea lumellana.'],
      { is: 'date_partial', years: 0 },
      0.03,
    ),
    level(
      'partial_near',
      ['year known, off by one', 'selemo se fapana ka bonngoe'],
      [
        'One is known by its year only, perhaps from an age, and is a year off.',
        'E ’ngoe ke selemo feela, se fapana ka selemo se le seng.',
      ],
      { is: 'date_partial', years: 1 },
      0.01,
    ),
    level(
      'year_and_part',
      ['year and month or day agree', 'selemo le khoeli kapa letsatsi lia lumellana'],
      ['The year is the same, and one of month and day.', 'Selemo sea tšoana, hammoho le khoeli kapa letsatsi.'],
      { is: 'date_year_and_part' },
      0.02,
    ),
    level(
      'month_and_day',
      ['month and day agree', 'khoeli le letsatsi lia lumellana'],
      ['The birthday is the same, in another year.', 'Letsatsi la tsoalo lea tšoana, selemo sea fapana.'],
      { is: 'date_month_and_day' },
      0.01,
    ),
    level(
      'same_year',
      ['same year', 'selemo se le seng'],
      ['Only the year is the same.', 'Ke selemo feela se tšoanang.'],
      { is: 'date_same_year' },
      0.01,
    ),
    level(
      'near',
      ['within two years', 'ka hare ho lilemo tse peli'],
      ['The dates are no more than two years apart.', 'Matsatsi ha a fapane ka lilemo tse fetang tse peli.'],
      { is: 'date_within_years', years: 2 },
      0.01,
    ),
    otherwise(0.03),
  ];
}
