import type { Reading, ReadParagraph } from '../../analysis/reading.ts';
import type { Span } from '../../text/span.ts';
import { inParagraphs } from './inParagraphs.ts';
import type { Problem, Rule } from './problem.ts';

/** Phrases that lead to another page and stand in no sentence of an article. */
const LEADS =
  /\b(?:see also|read (?:more|also|next)(?: on| about|:|(?= [a-z]* ))|also read|(?<!\b(?:in|and|or|of|to|the|some|any|other|all|with) )related (?:articles?|stor(?:y|ies)|topics)|story continues below|article continues below|click here|sign up (?:for|to) (?:our|the) [a-z ]{0,20}newsletter|scroll down for|watch (?:the )?video|recommended for you|share this (?:article|story)|follow us on)\b/giu;

/** `run-in-line`: a headline or a "see also" line that has run into the text. */
export const findRunInLines: Rule = (article) => {
  const first = article.paragraphs[0];
  const leads: readonly Problem[] = inParagraphs(article, leadsOf).map((span) => ({
    ...span,
    code: 'run-in-line',
    message: `“${article.text.slice(span.start, span.end)}” leads to another page and has run into the text.`,
  }));
  return [...(first ? headlineOf(first) : []), ...leads];
};

/** A lead alone on its line has not run into anything. */
function leadsOf({ text }: Reading): readonly Span[] {
  return Array.from(text.matchAll(LEADS), (match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  })).filter(({ start, end }) => 40 < start || (start === 0 ? 200 : 60) < text.length - end);
}

/** After these a headline cannot have ended: the council of The Hague. */
const OPEN_WORDS = new Set(
  'a an the and or but nor of to in on at by for from with into over near than as that if is are was were be says say said like called'.split(
    ' ',
  ),
);

/** What an article's first sentence begins with. */
const OPENERS = new Set(
  'The A An In On At After As It This When While With For But He She They There Two Three'.split(' '),
);

/**
 * A headline at the head of the first paragraph: within its first words a sentence begins where none has ended, with a
 * word that is written small inside of sentences.
 */
function headlineOf({ start, reading }: ReadParagraph): readonly Problem[] {
  const { tokens } = reading;
  const first = tokens[0];
  if (!first || reading.form === 'scraped') return [];
  for (let i = 4; i < Math.min(tokens.length - 4, 25); i++) {
    const [before, token, after] = tokens.slice(i - 1, i + 2);
    if (!before || !token || !after) return [];
    if (/^[.!?:]$/u.test(before.text)) return [];
    const begins =
      OPENERS.has(token.text) &&
      before.kind === 'word' &&
      !OPEN_WORDS.has(before.text) &&
      /\p{Ll}$/u.test(before.text);
    if (!begins || isTitled(tokens.slice(0, i).map(({ text }) => text))) continue;
    const message = 'A headline seems to have run into the first sentence.';
    return [{ code: 'run-in-line', message, start: start + first.start, end: start + before.end }];
  }
  return [];
}

/** In a headline in title case a capital says nothing. */
function isTitled(words: readonly string[]): boolean {
  const long = words.filter((word) => 3 < word.length);
  return long.length > 2 && long.every((word) => /^\P{Ll}/u.test(word));
}
