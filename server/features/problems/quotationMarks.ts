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
  return quotations.flatMap((quotation) => {
    if (isEven(text, quotation)) return [];
    const { start, end } = quotation;
    const opening = STYLES[text.charAt(start)];
    const closing = STYLES[text.charAt(end - 1)];
    const message = `This quotation is opened with ${opening} marks and closed with ${closing} ones.`;
    return [{ code: 'quotation-marks', message, start, end: start + 1, related: [closingMark(end)] }];
  });
}

function isEven(text: string, { start, end }: Quotation): boolean {
  const opening = STYLES[text.charAt(start)];
  const closing = STYLES[text.charAt(end - 1)];
  return opening === undefined || closing === undefined || opening === closing;
}

function closingMark(end: number): { start: number; end: number; message: string } {
  return { start: end - 1, end, message: 'It is closed here' };
}

/** Once for an article, at the first quotation in the rarer style; one that is uneven is told already. */
function mixed({ text, quotations }: Article): readonly Problem[] {
  const outer: Quotation[] = [];
  for (const quotation of quotations) {
    if (!DOUBLE.has(text.charAt(quotation.start))) continue;
    if ((outer.at(-1)?.end ?? 0) <= quotation.start && isEven(text, quotation)) outer.push(quotation);
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

/** Single marks beside double ones keep a distance or stand within: no second style. */
const DOUBLE = new Set('"“”„«»');

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
