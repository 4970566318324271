import type { TimeText, TimeWord } from './words.ts';

export type Tense = 'past' | 'future';

/** How many words to each side the governing verb is looked for. */
const REACH = 14;

const FUTURE = new Set('will won shall going upcoming would ll'.split(' '));
/** Words that look ahead together with `to` or alone. */
const AHEAD = new Set(
  'expected scheduled due set slated plans planned plan hopes hope intends wants ready deadline until till runs begins begin starts start opens faces continues goes ends ending'.split(
    ' ',
  ),
);
const PAST = new Set(
  'was were had did said told announced reported began went came took made became saw held won lost left found died killed met gave got led ran struck hit shot has have been ended started arrested published released confirmed stated claimed'.split(
    ' ',
  ),
);

/** The tense of the verb nearest to the words of an expression, in its sentence. */
export function findTense({ words, scraped }: TimeText, first: number, next: number): Tense | undefined {
  const before = look(words, first - 1, -1, scraped);
  const after = look(words, next, 1, scraped);
  if (!before) return after?.tense;
  if (!after) return before.tense;
  return after.distance < before.distance ? after.tense : before.tense;
}

function look(
  words: readonly TimeWord[],
  from: number,
  step: -1 | 1,
  scraped: boolean,
): { readonly tense: Tense; readonly distance: number } | undefined {
  const reach = scraped ? REACH - 4 : REACH;
  for (let at = from, distance = 1; distance <= reach; at += step, distance++) {
    const word = words[at];
    if (!word) return undefined;
    const gap = step === 1 ? word.gap : word.after;
    if (/[.;!?][ "”']|[.;!?]$/u.test(gap) && !isAbbreviated(words, step === 1 ? at - 1 : at))
      return undefined;
    const tense = tenseOf(words, at);
    if (tense) return { tense, distance };
  }
  return undefined;
}

/** Whether the full stop after a word is that of an abbreviation or initial. */
function isAbbreviated(words: readonly TimeWord[], index: number): boolean {
  const word = words[index];
  return (
    word !== undefined &&
    (word.lower.length === 1 || ABBREVIATED.has(word.lower)) &&
    word.after.startsWith('.')
  );
}

const ABBREVIATED = new Set(
  'mr mrs ms dr sen rep gov gen lt col sgt st jan feb mar apr jun jul aug sep sept oct nov dec jr sr no'.split(
    ' ',
  ),
);

function tenseOf(words: readonly TimeWord[], at: number): Tense | undefined {
  const { lower } = words[at] as TimeWord;
  if (FUTURE.has(lower)) return 'future';
  if (AHEAD.has(lower)) return isAhead(words, at) ? 'future' : 'past';
  if (PAST.has(lower) || (lower.length > 4 && lower.endsWith('ed'))) return 'past';
  return undefined;
}

/** `is set to`, `scheduled for`, `plans to`: forms that look ahead whatever tense they stand in. */
function isAhead(words: readonly TimeWord[], at: number): boolean {
  const next = words[at + 1]?.lower;
  const { lower } = words[at] as TimeWord;
  if (lower === 'until' || lower === 'till' || lower === 'deadline') return false;
  return next === 'to' || next === 'for' || next === 'on' || next === 'in' || !lower.endsWith('ed');
}
