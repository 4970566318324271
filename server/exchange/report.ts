import type { AnnotatedText, Loss } from '../annotations/formats/annotation.ts';
import { nameMark } from '../annotations/formats/exportText.ts';
import { groupBy } from '../text/group.ts';

/** Something of an article that was left out. */
export type ArticleLoss = Loss & { readonly article: AnnotatedText };

/** A line for each thing that was left out; one for those that very many marks of an article have lost alike. */
export function listLosses(losses: readonly ArticleLoss[], many = MANY): readonly string[] {
  const groups = groupBy(losses, ({ article, field, reason }) => `${article.name}\n${field}\n${reason}`);
  return [...groups.values()].flatMap((group) => {
    const [{ article, field, reason }] = group as readonly [ArticleLoss];
    const head = `${article.name}: ${field === 'mark' ? '' : `${field} of `}`;
    if (many < group.length) {
      const which = group.length === article.marks.length ? 'all of them' : 'named by --report';
      return [`${head}${group.length} marks (${which}) left out: ${reason}`];
    }
    return group.map(
      ({ mark }) => `${head}${mark ? nameMark(article.text, mark) : 'the article'} left out: ${reason}`,
    );
  });
}

/** So many losses of one kind are told one by one. */
const MANY = 10;
