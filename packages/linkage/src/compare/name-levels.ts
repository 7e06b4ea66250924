import type { LevelDeclaration } from './comparison.ts';
import { exact, level, otherwise } from './level.ts';

const within = level(
  'within',
  ['one holds the other', 'le leng le ka har’a le leng'],
  ['All names of the shorter stand in the longer.', 'Mabitso ’ohle a le leng a teng ho le leng.'],
  { is: 'words_within' },
  0.04,
);
const sound = level(
  'sound',
  ['spelling variant', 'mongolo o mong'],
  ['The same name in another spelling.', 'Lebitso le le leng ka mongolo o mong.'],
  { is: 'sounds_within' },
  0.04,
);
const oneLetter = level(
  'one_letter',
  ['one letter differs', 'tlhaku e le ’ngoe ea fapana'],
  [
    'One letter is wrong, missing or too many, or two neighbours are exchanged.',
    'Tlhaku e le ’ngoe e fosahetse kapa ea haella.',
  ],
  {
    is: 'any',
    of: [
      { is: 'one_edit', minLength: 4 },
      { is: 'one_edit', minLength: 4, on: 'first_word' },
    ],
  },
  0.05,
);
const close = level(
  'close',
  ['almost the same', 'batla le tšoana'],
  ['Most letters are the same, in the same order.', 'Boholo ba litlhaku lia tšoana.'],
  { is: 'jaro_winkler', atLeast: 0.9 },
  0.02,
);
const similar = level(
  'similar',
  ['similar', 'tšoanang hanyane'],
  ['The two look alike in part.', 'Li tšoana ka karolo.'],
  { is: 'jaro_winkler', atLeast: 0.8 },
  0.02,
);

function swappedWith(field: string): LevelDeclaration {
  return level(
    'swapped',
    ['given and family name swapped', 'lebitso le sefane li fapantšitsoe'],
    ['The given names of one are the family name of the other.', 'Lebitso la e mong ke sefane sa e mong.'],
    { is: 'swapped_with', field },
    0.01,
  );
}

/** Given names; `family` names the field they may be swapped with. */
export function givenNameLevels(family: string | undefined): readonly LevelDeclaration[] {
  return [
    exact(0.75),
    within,
    level(
      'root',
      ['form of one name', 'sebopeho sa lebitso le le leng'],
      ['One is a short form of the other, such as Bob and Robert.', 'Le leng ke khutsufatso ea le leng.'],
      { is: 'same_root' },
      0.02,
    ),
    sound,
    oneLetter,
    close,
    level(
      'initial',
      ['initial agrees', 'tlhaku ea pele ea tšoana'],
      ['One gives the initial only, and it agrees.', 'Le leng ke tlhaku ea pele feela, ’me ea lumellana.'],
      { is: 'initial' },
      0.02,
    ),
    ...(family === undefined ? [] : [swappedWith(family)]),
    similar,
    otherwise(0.05),
  ];
}

export function familyNameLevels(): readonly LevelDeclaration[] {
  return [
    exact(0.8),
    within,
    sound,
    oneLetter,
    close,
    level(
      'shared',
      ['one name in common', 'lebitso le leng le tšoana'],
      ['One of several surnames is the same.', 'Se seng sa lifane sea tšoana.'],
      { is: 'shared_word', minLength: 3 },
      0.01,
    ),
    similar,
    otherwise(0.05),
  ];
}
