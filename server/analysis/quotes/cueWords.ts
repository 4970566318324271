import {
  IRREGULAR_VERBS,
  NOUNS,
  PHRASAL_VERBS,
  SOURCE_PHRASES,
  type Stance,
  VERBS,
} from '../lexicon/communication.ts';

/** A word or phrase of communication in one of its forms. */
export interface CueWord {
  readonly lemma: string;
  readonly stance: Stance;
  readonly form: 'base' | 'third' | 'past' | 'ing' | 'noun' | 'source';
  /** Whether the form is also that of a noun: `claims`, `reports`. */
  readonly nominal: boolean;
  /** How many words it has. */
  readonly length: number;
}

/** The longest word or phrase of communication that begins at the word; words in lower case. */
export function findCueWord(words: readonly string[], index: number): CueWord | undefined {
  const lower = words[index] ?? '';
  let longest: CueWord | undefined = SINGLE.get(lower);
  for (const { rest, word } of PHRASES.get(lower) ?? [])
    if (word.length > (longest?.length ?? 0) && rest.every((part, k) => words[index + k + 1] === part))
      longest = word;
  return longest;
}

const SINGLE = new Map<string, CueWord>();
const PHRASES = new Map<string, { readonly rest: readonly string[]; readonly word: CueWord }[]>();

for (const [stance, lemmas] of Object.entries(NOUNS) as [Stance, string][])
  for (const lemma of lemmas.split(' '))
    for (const form of [lemma, pluralOf(lemma)])
      SINGLE.set(form, { lemma, stance, form: 'noun', nominal: true, length: 1 });
for (const [stance, lemmas] of Object.entries(VERBS) as [Stance, string][])
  for (const lemma of lemmas.split(' '))
    for (const [form, written] of inflect(lemma)) {
      // A later stance is the more special one: `threaten` promises, `deny` denies.
      const nominal = SINGLE.get(written)?.nominal ?? false;
      SINGLE.set(written, { lemma, stance, form, nominal, length: 1 });
    }
for (const [stance, phrases] of Object.entries(PHRASAL_VERBS) as [Stance, string][])
  for (const phrase of phrases.split('|')) {
    const [verb = '', ...rest] = phrase.split(' ');
    for (const [form, written] of inflect(verb)) addPhrase(written, rest, { lemma: phrase, stance, form });
  }
for (const phrase of SOURCE_PHRASES) {
  const [first = '', ...rest] = phrase.split(' ');
  addPhrase(first, rest, { lemma: phrase, stance: 'neutral', form: 'source' });
}

function addPhrase(first: string, rest: readonly string[], word: Omit<CueWord, 'length' | 'nominal'>): void {
  const phrases = PHRASES.get(first) ?? [];
  phrases.push({ rest, word: { ...word, nominal: false, length: rest.length + 1 } });
  PHRASES.set(first, phrases);
}

/** The written forms of a verb, by the rules of spelling where it is not irregular. */
function inflect(lemma: string): readonly (readonly [CueWord['form'], string])[] {
  const irregular = IRREGULAR_VERBS[lemma];
  if (irregular) return [['base', lemma], ...irregular.map((form) => [formOf(lemma, form), form] as const)];
  const third = /(?:s|x|z|ch|sh)$/u.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/u.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  const past = /e$/u.test(lemma)
    ? `${lemma}d`
    : /[^aeiou]y$/u.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${lemma}ed`;
  const ing = /[^eoy]e$/u.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
  return [
    ['base', lemma],
    ['third', third],
    ['past', past],
    ['ing', ing],
  ];
}

function formOf(lemma: string, form: string): CueWord['form'] {
  if (form.endsWith('ing') && form.length > lemma.length) return 'ing';
  return form !== lemma && form.endsWith('s') ? 'third' : 'past';
}

function pluralOf(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
