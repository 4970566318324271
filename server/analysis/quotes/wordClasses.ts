import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../lexicon/speakers.ts';

/** What a word is by itself, as far as closed lists and its ending tell. */
export type WordClass =
  | 'determiner'
  | 'possessive'
  | 'subject'
  | 'object'
  | 'who'
  | 'that'
  | 'preposition'
  | 'of'
  | 'and'
  | 'subordinator'
  | 'auxiliary'
  | 'adverb'
  | 'time'
  | 'number'
  | 'people'
  | 'body'
  | 'document'
  | 'past'
  | 'ing'
  | 'third'
  | 'other';

const LISTS: readonly (readonly [WordClass, string])[] = [
  ['document', withPlurals(DOCUMENT_NOUNS)],
  ['body', withPlurals(BODY_NOUNS)],
  [
    'people',
    `${withPlurals(PEOPLE_NOUNS)} people police spokesmen spokeswomen women men children wives others`,
  ],
  [
    'time',
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later week month year day morning afternoon evening night january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ago',
  ],
  [
    'adverb',
    'also not never still now then there here again even just only already always often once twice too very however meanwhile instead though further furthermore moreover reportedly allegedly repeatedly publicly previously recently separately simply clearly initially finally eventually subsequently immediately quickly',
  ],
  [
    'preposition',
    'in on at to from by for with about against between into through during before after above below under over near since until upon among amid via per despite without within across behind beyond towards toward around inside outside like as than following regarding concerning including',
  ],
  ['of', 'of'],
  ['and', 'and or but nor yet'],
  [
    'subordinator',
    'because although while when where if unless whereas whether so why how what once until whenever wherever though',
  ],
  ['who', 'who which whom whose'],
  ['that', 'that'],
  [
    'determiner',
    'the a an this these those some any no every each either neither both all several many few most another such one two three four five six seven eight nine ten',
  ],
  ['possessive', "my your his her its our their 's"],
  ['subject', 'i you he she it we they there someone somebody anyone anybody everyone everybody nobody'],
  ['object', 'me him us them himself herself itself themselves myself ourselves yourself'],
  [
    'auxiliary',
    "is are was were be been being am has have had having do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't couldn't mustn't cannot i'm you're we're they're he's she's it's there's that's i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll it'll we'll they'll 've 're 'll",
  ],
];

const CLASSES = new Map<string, WordClass>();
for (const [wordClass, words] of LISTS) for (const word of words.split(' ')) CLASSES.set(word, wordClass);

/** The class of a lower-case word. */
export function classOf(lower: string): WordClass {
  const listed = CLASSES.get(lower);
  if (listed) return listed;
  if (/^\p{N}/u.test(lower)) return 'number';
  if (lower.length > 4 && lower.endsWith('ing')) return 'ing';
  if (lower.length > 3 && lower.endsWith('ed')) return 'past';
  if (lower.length > 4 && lower.endsWith('ly')) return 'adverb';
  if (lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss')) return 'third';
  return 'other';
}

function withPlurals(nouns: string): string {
  const plural = (noun: string): string =>
    /(?:s|x|z|ch|sh)$/u.test(noun)
      ? `${noun}es`
      : /[^aeiou]y$/u.test(noun)
        ? `${noun.slice(0, -1)}ies`
        : /man$/u.test(noun)
          ? `${noun.slice(0, -3)}men`
          : `${noun}s`;
  return nouns
    .split(' ')
    .flatMap((noun) => [noun, plural(noun)])
    .join(' ');
}
