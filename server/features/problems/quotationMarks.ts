import type { Article, Quotation } from '../../analysis/types.ts';
import { groupBy } from '../group.ts';
import type { Problem, Rule } from './problem.ts';

/** `quotation-marks`: a closing mark alone, a quotation closed in another style than opened, two styles in one article. */
export const findQuotationMarks: Rule = (article) => [
  ...strayClosings(article),
  ...uneven(article),
  ...mixed(article),
];

function strayClosings({ strayMarks }: Article): readonly Problem[] {
  return strayMarks
    .filter(({ role }) => role === 'closing')
    .map(({ start, end }) => ({
      code: 'quotation-marks',
      message: 'This quotation mark closes a quotation that is not open.',
      start,
      end,
    }));
}

function uneven({ text, quotations }: Article): readonly Problem[] {
  return quotations.flatMap(({ start, end }) => {
    const opening = STYLES[text.charAt(start)];
    const closing = STYLES[text.charAt(end - 1)];
    if (opening === undefined || closing === undefined || opening === closing) return [];
    const message = `This quotation is opened with ${opening} marks and closed with ${closing} ones.`;
    return [{ code: 'quotation-marks', message, start, end: start + 1, related: [closingMark(end)] }];
  });
}

function closingMark(end: number): { start: number; end: number; message: string } {
  return { start: end - 1, end, message: 'It is closed here' };
}

/** Once for an article, at the first quotation in the rarer style. Quotations inside another have marks of their own. */
function mixed({ text, quotations }: Article): readonly Problem[] {
  const outer: Quotation[] = [];
  for (const quotation of quotations) {
    if (STYLES[text.charAt(quotation.start)] === undefined) continue;
    if ((outer.at(-1)?.end ?? 0) <= quotation.start) outer.push(quotation);
  }
  const styles = [...groupBy(outer, ({ start }) => STYLES[text.charAt(start)])];
  const [most, ...rarer] = styles.sort(([, a], [, b]) => b.length - a.length);
  return rarer.map(([style, [first]]) => ({
    code: 'quotation-marks',
    message: `This quotation is in ${style} marks, most others in this article are in ${most?.[0]} ones.`,
    start: (first as Quotation).start,
    end: (first as Quotation).start + 1,
  }));
}

const STYLES: Readonly<Record<string, string>> = {
  '"': 'straight',
  '“': 'curly',
  '”': 'curly',
  '„': 'low',
  '«': 'angle',
  '»': 'angle',
  '‘': 'single curly',
  "'": 'single straight',
};
