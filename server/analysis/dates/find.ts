import type { Found } from './found.ts';
import { growFound } from './grow.ts';
import { mergeFound } from './merge.ts';
import { isPartOfName } from './names.ts';
import { rulesFor } from './rules.ts';
import { shareYears } from './shareYears.ts';
import type { TimeText, TimeWord } from './words.ts';

/** The time expressions among the words, in order, not overlapping. Linear in their number. */
export function findTimes(text: TimeText): readonly Found[] {
  const tokens: Found[] = [];
  for (let at = 0; at < text.words.length; ) {
    const found = findToken(text, at);
    if (!found) {
      at++;
      continue;
    }
    // `the day after tomorrow` begins before the word it was found at.
    const first = (found[0] as Found).first;
    while (tokens.length > 0 && (tokens.at(-1) as Found).next > first) tokens.pop();
    for (const own of found) tokens.push(own);
    at = (found[found.length - 1] as Found).next;
  }
  const grown: Found[] = [];
  let floor = 0;
  for (const token of shareYears(text, mergeFound(text, tokens))) {
    const own = growFound(text, token, floor);
    if (own === undefined || isPartOfName(text, own)) continue;
    grown.push(own);
    floor = own.next;
  }
  return grown;
}

/** The expressions at a word by the longest of the rules that apply, the first of equals. */
function findToken(text: TimeText, at: number): readonly Found[] | undefined {
  const rules = rulesFor(text.words[at] as TimeWord);
  if (!rules) return undefined;
  let best: readonly Found[] | undefined;
  let end = at;
  for (const rule of rules) {
    const found = rule(text, at);
    if (found === undefined) continue;
    const next = found[found.length - 1]?.next ?? at;
    if (next <= end) continue;
    best = found;
    end = next;
  }
  return best;
}
