import type { Article } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';
import { introduction, mentionAt, quotationsAt } from './mentions.ts';

/** Where an offset leads: a mention to the first full mention, words of a quotation to its speaker. */
export function definition(article: Article, offset: number): readonly Span[] {
  const mention = mentionAt(article, offset);
  if (mention?.kind === 'person' && mention.entity === undefined)
    return mention.candidates.flatMap(
      (index) => article.people[article.entities[index]?.introduction ?? -1] ?? [],
    );
  if (mention) return [introduction(article, mention)];
  const [quotation] = quotationsAt(article, offset);
  return quotation?.speaker ? [quotation.speaker] : (quotation?.candidates ?? []);
}

/** Where the person, country or time at an offset is named first in full; of a quotation, its speaker. */
export function typeDefinition(article: Article, offset: number): readonly Span[] {
  const mention = mentionAt(article, offset);
  if (mention) return definition(article, offset);
  const speaker = quotationsAt(article, offset)[0]?.speaker;
  const entity = speaker?.entity === undefined ? undefined : article.entities[speaker.entity];
  const person = entity && article.people[entity.introduction];
  return person ? [person] : speaker ? [speaker] : [];
}
