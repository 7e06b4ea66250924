import type { LinkKind } from '../spec/link-spec.ts';
import type { LevelDeclaration, LevelTest } from './comparison.ts';
import { dateLevels } from './date-levels.ts';
import { exact, level, otherwise } from './level.ts';
import { givenNameLevels } from './name-levels.ts';

const slip: LevelTest = {
  is: 'any',
  of: [
    { is: 'one_edit', minLength: 4 },
    { is: 'jaro_winkler', atLeast: 0.92 },
  ],
};
const almost = (initialM: number, test: LevelTest = slip) =>
  level(
    'close',
    ['almost the same', 'batla li tšoana'],
    ['One slip of the pen or the keyboard apart.', 'Phoso e le ’ngoe ea mongolo.'],
    test,
    initialM,
  );
const variant = (initialM: number) =>
  level(
    'sound',
    ['spelling variant', 'mongolo o mong'],
    ['The same words in another spelling.', 'Mantsoe a tšoanang ka mongolo o mong.'],
    { is: 'sounds_within' },
    initialM,
  );
const sharedWord = (initialM: number, minLength: number) =>
  level(
    'shared',
    ['a word in common', 'lentsoe le tšoanang'],
    ['At least one longer word is the same.', 'Bonyane lentsoe le leng le lelelele lea tšoana.'],
    { is: 'shared_word', minLength },
    initialM,
  );
const similar = (initialM: number, atLeast: number) =>
  level(
    'similar',
    ['similar', 'tšoanang hanyane'],
    ['The two look alike in part.', 'Li tšoana ka karolo.'],
    { is: 'jaro_winkler', atLeast },
    initialM,
  );
const beginning = (initialM: number, length: number) =>
  level(
    'beginning',
    ['same beginning', 'qalo e tšoanang'],
    [`The first ${length} signs are the same.`, `Matšoao a pele a ${length} aa tšoana.`],
    { is: 'same_prefix', length },
    initialM,
  );
const lookAlike = level(
  'look_alike',
  ['same but for look-alike signs', 'tšoanang ntle le matšoao a tšoanang'],
  ['Equal if O is read as 0, I as 1 and the like.', 'Lia tšoana ha O e baloa e le 0, I e le 1.'],
  { is: 'look_alike' },
  0.02,
);

/** Levels of each kind, for the fields that are no part of a name. */
export const valueLevels: Readonly<Record<LinkKind, readonly LevelDeclaration[]>> = {
  person_name: givenNameLevels(undefined),
  date: dateLevels(),
  sex: [exact(0.97), otherwise(0.03)],
  country: [exact(0.95), otherwise(0.05)],
  document_number: [exact(0.7), lookAlike, almost(0.03, { is: 'one_edit', minLength: 5 }), otherwise(0.25)],
  identifier: [exact(0.85), lookAlike, almost(0.05, { is: 'one_edit', minLength: 5 }), otherwise(0.08)],
  phone: [
    exact(0.6),
    level(
      'ending',
      ['same last seven figures', 'lipalo tse supileng tsa ho qetela'],
      ['The number without its country or area code is the same.', 'Nomoro ntle le khoutu ea naha ea tšoana.'],
      { is: 'same_suffix', length: 7 },
      0.05,
    ),
    almost(0.05, { is: 'one_edit', minLength: 6 }),
    otherwise(0.3),
  ],
  email: [
    exact(0.6),
    level(
      'user',
      ['same name before @', 'lebitso le le leng pele ho @'],
      ['The part before the @ is the same.', 'Karolo e ka pele ho @ ea tšoana.'],
      { is: 'same_user' },
      0.1,
    ),
    // No looser level: addresses are made of names, and those of namesakes look alike.
    almost(0.1, { is: 'one_edit', minLength: 6 }),
    otherwise(0.2),
  ],
  place: [exact(0.7), variant(0.05), almost(0.05), sharedWord(0.05, 4), similar(0.03, 0.8), otherwise(0.12)],
  address: [exact(0.6), variant(0.08), almost(0.1), sharedWord(0.1, 4), similar(0.04, 0.8), otherwise(0.08)],
  postcode: [exact(0.7), almost(0.08, { is: 'one_edit', minLength: 4 }), beginning(0.05, 3), otherwise(0.17)],
  code: [exact(0.85), otherwise(0.15)],
  text: [exact(0.7), variant(0.04), almost(0.08), sharedWord(0.06, 4), similar(0.04, 0.8), otherwise(0.08)],
  number: [
    exact(0.75),
    almost(0.1, { is: 'one_edit', minLength: 3 }),
    level(
      'near',
      ['within five per cent', 'ka hare ho liphesente tse hlano'],
      ['The numbers are close.', 'Lipalo li haufi.'],
      { is: 'number_within', share: 0.05 },
      0.05,
    ),
    otherwise(0.1),
  ],
};
