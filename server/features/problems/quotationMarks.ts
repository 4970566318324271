import type { Article, Quotation } from '../../analysis/types.ts';
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
  const problems: Problem[] = [];
  for (const quotation of quotations) {
    if (isEven(text, quotation)) continue;
    const { start, end } = quotation;
    const message = `This quotation is opened with ${styleAt(text, start)} marks and closed with ${styleAt(text, end - 1)} ones.`;
    problems.push({ code: 'quotation-marks', message, start, end: start + 1, related: [closingMark(end)] });
  }
  return problems;
}

function styleAt(text: string, offset: number): string | undefined {
  return STYLES.get(text.charCodeAt(offset));
}

function isEven(text: string, { start, end }: Quotation): boolean {
  const opening = styleAt(text, start);
  if (opening === undefined) return true;
  const closing = styleAt(text, end - 1);
  return closing === undefined || opening === closing;
}

function closingMark(end: number): { start: number; end: number; message: string } {
  return { start: end - 1, end, message: 'It is closed here' };
}

/** Once for an article, at the first quotation in the rarer style; one that is uneven is told already. */
function mixed({ text, quotations }: Article): readonly Problem[] {
  const styles = new Map<string, { count: number; readonly first: Quotation }>();
  let last = 0;
  for (const quotation of quotations) {
    const { start, end } = quotation;
    if (start < last || !DOUBLE.has(text.charCodeAt(start)) || !isEven(text, quotation)) continue;
    last = end;
    const style = styleAt(text, start) ?? '';
    const known = styles.get(style);
    if (known) known.count++;
    else styles.set(style, { count: 1, first: quotation });
  }
  const [most, ...rarer] = [...styles].sort(([, a], [, b]) => b.count - a.count);
  return rarer.map(([style, { first }]) => ({
    code: 'quotation-marks',
    message: `This quotation is in ${style} marks, most others in this article are in ${most?.[0]} ones.`,
    start: first.start,
    end: first.start + 1,
  }));
}

/** Single marks beside double ones keep a distance or stand within: no second style. */
const DOUBLE: ReadonlySet<number> = new Set([...'"“”„«»'].map((mark) => mark.charCodeAt(0)));

const STYLES: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '"': 'straight',
    '“': 'curly',
    '”': 'curly',
    '„': 'low',
    '«': 'angle',
    '»': 'angle',
    '‘': 'single curly',
    "'": 'single straight',
  }).map(([mark, style]) => [mark.charCodeAt(0), style]),
);
