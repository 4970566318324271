import type { Article, Quotation } from '../../analysis/types.ts';
import type { Problem, Rule } from './problem.ts';

/** `quotation-marks`: a closing mark alone, a quotation closed in another style than opened, two styles in one article. */
export const findQuotationMarks: Rule = (article) => [...strayClosings(article), ...unevenAndMixed(article)];

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

/** One pass over the quotations, of which a long article has thousands. */
function unevenAndMixed({ text, quotations }: Article): readonly Problem[] {
  const problems: Problem[] = [];
  const styles = new Map<string, Style>();
  let last = 0;
  for (const quotation of quotations) {
    const { start, end } = quotation;
    const opening = styleAt(text, start);
    if (opening === undefined) continue;
    const closing = styleAt(text, end - 1);
    if (closing !== undefined && opening !== closing) {
      const message = `This quotation is opened with ${opening} marks and closed with ${closing} ones.`;
      problems.push({ code: 'quotation-marks', message, start, end: start + 1, related: [closingMark(end)] });
    } else if (last <= start && DOUBLE.has(text.charCodeAt(start))) {
      last = end;
      const known = styles.get(opening);
      if (known) known.count++;
      else styles.set(opening, { count: 1, first: quotation });
    }
  }
  return [...problems, ...mixed(styles)];
}

/** How often quotations stand in marks of a style, and the first that does. */
interface Style {
  count: number;
  readonly first: Quotation;
}

function styleAt(text: string, offset: number): string | undefined {
  return STYLES.get(text.charCodeAt(offset));
}

function closingMark(end: number): { start: number; end: number; message: string } {
  return { start: end - 1, end, message: 'It is closed here' };
}

/** Once for an article, at the first quotation in the rarer style; one that is uneven is told already. */
function mixed(styles: ReadonlyMap<string, Style>): readonly Problem[] {
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
