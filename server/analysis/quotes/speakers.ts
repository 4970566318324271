import { firstEndingAfter, type Span } from '../../text/span.ts';
import { BODY_NOUNS, DOCUMENT_NOUNS } from '../lexicon/speakers.ts';
import type { Name } from '../tagger/names.ts';
import type { Person, Speaker } from '../types.ts';

/** What kind of speaker the words name, and which person, where it is one of the article's people. */
export function typeOfSpeaker(
  span: Span,
  words: readonly string[],
  named: { readonly people: readonly Person[]; readonly names: readonly Name[] },
): Pick<Speaker, 'type' | 'entity'> {
  const person = named.people[firstEndingAfter(named.people, span.start)];
  if (person && person.start < span.end)
    return { type: 'person', ...(person.entity !== undefined && { entity: person.entity }) };
  const name = named.names[firstEndingAfter(named.names, span.start)];
  if (name && name.start < span.end && name.label === 'ORG' && name.end === span.end)
    return { type: 'organisation' };
  const head = words.at(-1) ?? '';
  if (DOCUMENTS.has(head)) return { type: 'document' };
  if (BODIES.has(head)) return { type: 'organisation' };
  return { type: 'unnamed' };
}

const DOCUMENTS = new Set(DOCUMENT_NOUNS.split(' '));
const BODIES = new Set(BODY_NOUNS.split(' '));
