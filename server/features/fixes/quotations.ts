import type { Article } from '../../analysis/types.ts';
import { speakerName } from '../mentions.ts';
import { paragraphAt, sentenceAt } from '../sentences.ts';
import { type Fix, type Fixer, replace } from './fix.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '«': '»',
  '„': '“',
};

/** Closes the quotation at the end of its sentence or paragraph, or takes the mark away. */
export const closeQuotation: Fixer = (article, { start, end }) => {
  const mark = CLOSING[article.text.charAt(start)];
  const fixes: Fix[] = [];
  const ends = [sentenceAt(article, start)?.end, paragraphAt(article, start)?.end];
  const [sentence, paragraph] = ends.filter((place) => place !== undefined && end < place);
  if (mark && sentence !== undefined)
    fixes.push(close('Close the quotation after the sentence', sentence, mark));
  if (mark && paragraph !== undefined && paragraph !== sentence)
    fixes.push(close('Close the quotation after the paragraph', paragraph, mark));
  return [...fixes, remove(start, end)];
};

function close(title: string, place: number, mark: string): Fix {
  return { title, replacements: [replace(place, place, mark)], safe: false };
}

function remove(start: number, end: number): Fix {
  return { title: 'Take the quotation mark away', replacements: [replace(start, end, '')], safe: false };
}

/** Says behind the quotation who said it: who comes into question, then the people named last before it. */
export const addSpeaker: Fixer = (article, { start, end }) => {
  const quotation = article.quotations.find(
    (candidate) => candidate.start === start && candidate.end === end,
  );
  if (!quotation) return [];
  const likely = quotation.candidates.map((speaker) => speakerName(article, speaker));
  const names = [...new Set([...likely, ...namedBefore(article, start)])].slice(0, 3);
  return names.map((name) => attribute(article, end, name));
};

function namedBefore({ people, entities }: Article, offset: number): readonly string[] {
  const before = people
    .filter((person) => person.end <= offset)
    .slice(-12)
    .reverse();
  return before.flatMap(({ entity }) => (entity === undefined ? [] : (entities[entity]?.name ?? [])));
}

/** `“We go.”` becomes `“We go,” Ann Lee said.` */
function attribute({ text }: Article, end: number, name: string): Fix {
  const closed = /[.,]?["”’»']?$/u.exec(text.slice(Math.max(0, end - 2), end))?.[0] ?? '';
  const mark = closed.replace(/^[.,]/u, '');
  const asks = /[?!]/u.test(text.charAt(end - mark.length - 1));
  const words = `${asks ? '' : ','}${mark} ${name} said.`;
  return {
    title: `Say that ${name} said this`,
    replacements: [replace(end - closed.length, end, words)],
    safe: false,
  };
}

/** Makes the marks of a quotation a pair, or takes a mark away that has no partner. */
export const evenMarks: Fixer = ({ text, strayMarks, quotations }, { start, end, related }) => {
  if (strayMarks.some((mark) => mark.start === start)) return [remove(start, end)];
  const closing = related?.[0];
  const wanted = CLOSING[text.charAt(start)];
  if (closing && wanted)
    return [
      {
        title: `Close the quotation with ${wanted}`,
        replacements: [replace(closing.start, closing.end, wanted)],
        safe: true,
      },
    ];
  return [toUsualStyle(text, start, quotations)].flat();
};

/** Writes one quotation in the marks of the others. */
function toUsualStyle(text: string, start: number, quotations: Article['quotations']): readonly Fix[] {
  const own = quotations.find((quotation) => quotation.start === start);
  const other = quotations.find(
    (quotation) =>
      CLOSING[text.charAt(quotation.start)] && text.charAt(quotation.start) !== text.charAt(start),
  );
  const opening = other && text.charAt(other.start);
  const closing = opening && CLOSING[opening];
  if (!own || !closing) return [];
  return [
    {
      title: `Write it in ${opening}${closing}`,
      replacements: [replace(own.start, own.start + 1, opening), replace(own.end - 1, own.end, closing)],
      safe: false,
    },
  ];
}
