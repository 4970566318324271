import { findCountries } from './countries.ts';
import { createTimesRelater } from './dates/relateTimes.ts';
import { joinEntities } from './entities.ts';
import { findUnread } from './extent.ts';
import { findFrontMatter } from './frontMatter.ts';
import { createParagraphReader } from './paragraphs.ts';
import { findPeople } from './people.ts';
import { findPublication, type Known } from './publication.ts';
import { createSpeechRelater } from './quotes/speech.ts';
import { type Reading, type ReadParagraph, readParagraph } from './reading.ts';
import { remember } from './remember.ts';
import type { Model } from './tagger/model.ts';
import { createNameRelater } from './tagger/names.ts';
import type { Article, Form } from './types.ts';

/** Reads a text into an Article. Cannot fail; linear in the length of the text. */
export type ReadArticle = (text: string, known?: Known) => Article;

/** Code units whose readings are kept: a few of the longest articles, or all that lie open. */
const MEMORY = 3_000_000;

/** A reader that remembers the paragraphs it has read: the pipeline, from text to Article. */
export function createReader(model: Model, memory = MEMORY): ReadArticle {
  const read = remember<Reading>((paragraph) => readParagraph(model, paragraph), memory);
  const readParagraphs = createParagraphReader(read);
  const relateTimes = createTimesRelater();
  const relateSpeech = createSpeechRelater();
  const relateNames = createNameRelater(model);
  return (text, known = {}) => {
    read.turn();
    const frontMatter = findFrontMatter(text);
    const bodyStart = frontMatter?.span.end ?? 0;
    const unread = findUnread(text, known.limit);
    const body = text.slice(bodyStart, unread?.start);
    const paragraphs = readParagraphs(body, bodyStart);
    // Names are settled by the whole article: what is a person in one place is one in the next.
    const names = relateNames(paragraphs);
    const found = findPeople(model, paragraphs, names);
    const { people, entities } = joinEntities(paragraphs, found);
    const countries = findCountries(paragraphs, names);
    // Dates after people: a name is no month. The dateline may give the publication date that the others need.
    const publication = findPublication(known, frontMatter, paragraphs);
    const dates = relateTimes(paragraphs, people, countries, publication);
    // Quotes last: their speakers are people, countries and organisations.
    const { quotations, strayMarks } = relateSpeech(paragraphs, { people, entities });
    const form = readForm(paragraphs);
    return {
      text,
      form,
      paragraphs,
      ...(unread && { unread }),
      frontMatter,
      publication,
      people,
      countries,
      dates,
      entities,
      quotations,
      strayMarks,
    };
  };
}

function readForm(paragraphs: readonly ReadParagraph[]): Form {
  let scraped = 0;
  let edited = 0;
  for (const { reading } of paragraphs)
    if (reading.form === 'scraped') scraped += reading.text.length;
    else edited += reading.text.length;
  return edited < scraped ? 'scraped' : 'edited';
}
