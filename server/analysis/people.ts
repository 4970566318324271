import { type Span, shift } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { FAMILY_NAMES_FIRST } from './lexicon/familyNames.ts';
import { HONORIFICS, ROLES, TITLE_PARTS } from './lexicon/titles.ts';
import type { Reading, ReadParagraph } from './reading.ts';
import { hashWord } from './tagger/hash.ts';
import { FIELDS, field, KNOWN_PERSON, type Lexicon, phraseKey } from './tagger/lexicon.ts';
import type { Model } from './tagger/model.ts';
import { toNameTagger } from './tagger/nameTagger.ts';
import type { Name } from './tagger/secondPass.ts';
import type { Evidence, Person } from './types.ts';

/** A mention of a person before it is known which. */
export type FoundPerson = Omit<Person, 'entity' | 'candidates'>;

/** The people among the names of each paragraph, with title and evidence, in order of place. */
export function findPeople(
  model: Model,
  paragraphs: readonly ReadParagraph[],
  names: readonly (readonly Name[])[],
): readonly FoundPerson[] {
  const { lexicon } = toNameTagger(model);
  const found: FoundPerson[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const own = names[i] as readonly Name[];
    if (own.length === 0) continue;
    for (const person of recall(lexicon, paragraphs[i] as ReadParagraph, own)) found.push(person);
  }
  return found;
}

/** The people of a paragraph as they were last found. */
interface Known {
  readonly lexicon: Lexicon;
  readonly start: number;
  readonly people: readonly FoundPerson[];
}

/** By the names of the paragraph: the list is the same as long as they are. */
const known = new WeakMap<readonly Name[], Known>();

function recall(
  lexicon: Lexicon,
  { start, reading }: ReadParagraph,
  names: readonly Name[],
): readonly FoundPerson[] {
  const old = known.get(names);
  const isKnown = old?.lexicon === lexicon;
  if (isKnown && old.start === start) return old.people;
  const people = isKnown
    ? old.people.map((person) => move(person, start - old.start))
    : names.flatMap((name) => (name.label === 'PERSON' ? [toPerson(lexicon, reading, start, name)] : []));
  known.set(names, { lexicon, start, people });
  return people;
}

/** Field by field, for there are thousands of people in a long text. */
function move({ kind, start, end, title, evidence }: FoundPerson, by: number): FoundPerson {
  return title
    ? { kind, start: start + by, end: end + by, title: shift(title, by), evidence }
    : { kind, start: start + by, end: end + by, evidence };
}

function toPerson(lexicon: Lexicon, reading: Reading, start: number, name: Name): FoundPerson {
  const title = findTitle(reading, start, name.first);
  const evidence = findEvidence(lexicon, reading, start, name, title);
  return {
    kind: 'person',
    ...shift({ start: name.start, end: name.end }, start),
    ...(title && { title }),
    evidence,
  };
}

/** The words of address, rank and role that end right before a name. */
function findTitle({ tokens }: Reading, start: number, nameFirst: number): Span | undefined {
  let first = nameFirst;
  for (let i = nameFirst - 1; i >= 0; i--) {
    const { lower, text } = tokens[i] as Token;
    const bare = lower.replace(/\.$/u, '');
    if (HONORIFICS.has(bare) || ROLES.has(bare)) first = i;
    else if (text === '.' ? tokens[i - 1]?.end !== tokens[i]?.start : text !== '-' && !TITLE_PARTS.has(bare))
      break;
    // "the wife of Kim" is no title of Kim.
    if (i === nameFirst - 1 && JOINING.has(bare)) return undefined;
  }
  if (first === nameFirst) return undefined;
  // The words in front belong to the title only as far as they qualify it: deputy, prime, former.
  while (first > 0 && TITLE_OPENERS.has((tokens[first - 1] as Token).lower)) first--;
  return { start: start + (tokens[first] as Token).start, end: start + (tokens[nameFirst - 1] as Token).end };
}

const JOINING = new Set(['of', 'for', 'and', 'the']);

const TITLE_OPENERS = new Set(
  'vice deputy prime foreign defense defence finance interior health acting former first crown chief assistant senior interim attorney supreme'.split(
    ' ',
  ),
);

/** What speaks for the name, the strongest first; never empty. */
function findEvidence(
  lexicon: Lexicon,
  { text, tokens }: Reading,
  start: number,
  { first, last }: Name,
  title: Span | undefined,
): readonly Evidence[] {
  const evidence: Evidence[] = [];
  const words = tokens.slice(first, last).filter(({ kind }) => kind !== 'punctuation');
  if (title)
    evidence.push({ reason: 'title before it', words: text.slice(title.start - start, title.end - start) });
  const verb = [tokens[last], tokens[first - 1]].find(
    (token) => token && field(lexicon.find(token.lower), FIELDS.speech) === 1,
  );
  if (verb) evidence.push({ reason: 'reporting verb beside it', words: verb.text });
  let key = 0;
  for (const { lower } of words) key = phraseKey(key, hashWord(lower));
  if (words.length > 1 && (lexicon.findPhrase(key) & KNOWN_PERSON) !== 0)
    evidence.push({ reason: 'known person in the lists' });
  const [opening, ending] = [words[0], words.at(-1)];
  const given = opening && field(lexicon.find(opening.lower), FIELDS.given) > 0;
  if (opening && words.length > 1 && FAMILY_NAMES_FIRST.has(opening.lower) && !given)
    evidence.push({ reason: 'family name first', words: opening.text });
  else if (opening && given) evidence.push({ reason: 'given name in the lists', words: opening.text });
  if (ending && field(lexicon.find(ending.lower), FIELDS.surname) > 0)
    evidence.push({ reason: 'surname in the lists', words: ending.text });
  evidence.push({ reason: 'the tagger reads a name' });
  return evidence;
}
