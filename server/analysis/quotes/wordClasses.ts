import { BODY_NOUNS, DOCUMENT_NOUNS, PEOPLE_NOUNS } from '../lexicon/speakers.ts';

/** What a word is by itself, as far as closed lists and its ending tell. */
export const CLASS = {
  determiner: 1,
  possessive: 2,
  subject: 3,
  object: 4,
  who: 5,
  that: 6,
  preposition: 7,
  of: 8,
  and: 9,
  subordinator: 10,
  auxiliary: 11,
  adverb: 12,
  time: 13,
  number: 14,
  people: 15,
  body: 16,
  document: 17,
  past: 18,
  ing: 19,
  third: 20,
  other: 21,
  speech: 22,
} as const;

const LISTS: readonly (readonly [keyof typeof CLASS, string])[] = [
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
  ['possessive', 'my your his her its our their s'],
  ['subject', 'i you he she it we they there someone somebody anyone anybody everyone everybody nobody'],
  ['object', 'me him us them himself herself itself themselves myself ourselves yourself'],
  [
    'past',
    'went came took made got gave saw knew began became left lost won met sent built held brought bought caught fell found grew hit kept led rose ran sold spent stood struck broke drew drove fought flew hurt laid paid put quit rode sat set shot shut slept stole taught thought threw woke wore wrote chose fled heard meant sought understood died',
  ],
  [
    'speech',
    'said says saying told tells stated states stating announced announces reported reports added adds adding noted notes noting claimed claims claiming confirmed confirms warned warns explained explains declared declares tweeted wrote writes commented argued argues insisted insists denied denies alleged alleges suggested suggests according asked replied responded acknowledged admitted described called vowed pledged promised',
  ],
  [
    'auxiliary',
    'is are was were be been being am has have had having do does did will would shall should can could may might must cannot isn aren wasn weren hasn haven hadn doesn didn won wouldn shouldn couldn mustn don ve re ll m d',
  ],
];

const CLASSES = new Map<string, number>();
for (const [name, words] of LISTS) for (const word of words.split(' ')) CLASSES.set(word, CLASS[name]);

/** The class of a lower-case word as a number of `CLASS`. */
export function classOf(lower: string): number {
  const listed = CLASSES.get(lower);
  if (listed) return listed;
  if (/^\p{N}/u.test(lower)) return CLASS.number;
  if (lower.length > 4 && lower.endsWith('ing')) return CLASS.ing;
  if (lower.length > 3 && lower.endsWith('ed')) return CLASS.past;
  if (lower.length > 4 && lower.endsWith('ly')) return CLASS.adverb;
  if (lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss')) return CLASS.third;
  return CLASS.other;
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
