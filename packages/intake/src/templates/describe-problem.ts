const words: Readonly<Record<string, string>> = {
  required: 'is missing',
  unknown_country: 'is no country that is known',
  unknown_code: 'is no code of the list',
  unknown_place: 'is no place of the list',
  not_a_date: 'is no date',
  incomplete_date: 'is not a full date',
  ambiguous_date: 'could be day/month or month/day',
  day_before_month: 'was read with the day first, unlike the rest of the column',
  month_before_day: 'was read with the month first, unlike the rest of the column',
  decimal_mark: 'was read with another decimal mark than the rest of the file',
  not_in_list: 'is in no list of codes; another value was taken for it',
  rounded_duration: 'was turned into days',
  below_minimum: 'is too small or too early',
  above_maximum: 'is too great or too late',
  too_long: 'is too long',
  duplicate: 'is the same record as another row',
  twice_in_file: 'is the same record as another row',
  differs_from_recorded: 'is recorded already with another content',
  later_edition_recorded: 'is told otherwise by a later edition',
  missing_column: 'is a column that the file does not have',
};

/** A problem in a few words, to be read after the name of its column. */
export function describeProblem(code: string): string {
  return words[code] ?? code.replaceAll('_', ' ');
}
