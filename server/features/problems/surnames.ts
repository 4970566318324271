import type { Article, Entity } from '../../analysis/types.ts';
import type { Rule } from './problem.ts';

/** Titles that go with a given name, and people who need no other name. */
const GIVEN_NAME_TITLES = new Set(
  'king queen prince princess emperor empress pope saint st sister brother father mother sheikh sultan emir tsar sir dame lady lord imam rabbi'.split(
    ' ',
  ),
);

/** `surname-only`: a person who is never introduced by a full name; once for each, at the first mention. */
export const findSurnames: Rule = (article) =>
  article.entities.flatMap((entity) => {
    const first = article.people[entity.mentions[0] ?? -1];
    if (!first || !isSurnameOnly(article, entity)) return [];
    return [
      {
        code: 'surname-only',
        message: `“${entity.name}” is never introduced by a full name in this article.`,
        start: first.start,
        end: first.end,
      },
    ];
  });

/** One name of a person that is used like a surname: with a title, or more than once. */
function isSurnameOnly({ text, people }: Article, { name, family, mentions }: Entity): boolean {
  if (family || /[\s-]/u.test(name.trim())) return false;
  let titled = false;
  for (const index of mentions) {
    const title = people[index]?.title;
    if (!title) continue;
    titled = true;
    const words = text
      .slice(title.start, title.end)
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    if (words.some((word) => GIVEN_NAME_TITLES.has(word))) return false;
  }
  return titled || 1 < mentions.length;
}
