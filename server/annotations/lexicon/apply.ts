import type { Form } from '../../analysis/types.ts';
import { degradeText } from '../../text/degrade.ts';
import { byPlace, type Span, slice } from '../../text/span.ts';
import { splitTokens, type Token } from '../../text/tokens.ts';
import { createOverlapping } from '../overlapping.ts';
import type { Suggestion } from '../suggestions.ts';
import type { Rule } from './rules.ts';

/** Suggestions by the rules of the folder's lexicon. */
export interface ByRules {
  /** Those that the rules have added say by which. */
  readonly suggestions: readonly (Suggestion & { readonly rule?: Rule })[];
  /** Those that the rules have taken away. */
  readonly withheld: readonly (Suggestion & { readonly rule: Rule })[];
}

/**
 * Applies the rules to what was found, which stays as it is: `never` takes suggestions with just these words away,
 * `always` adds these words wherever they stand, if no suggestion of the kind is there. In scraped text, and in rules
 * for it, capitals and punctuation do not count. Linear in the length of the text.
 */
export function applyRules(
  rules: readonly Rule[],
  suggestions: readonly Suggestion[],
  text: string,
  form: Form,
): ByRules {
  const never = new Map(
    rules.flatMap((rule) => (rule.verdict === 'never' ? [[subject(rule.kind, rule.words), rule]] : [])),
  );
  const withheld: (Suggestion & { rule: Rule })[] = [];
  const left: Suggestion[] = [];
  for (const suggestion of suggestions) {
    const rule = never.get(subject(suggestion.kind, slice(text, suggestion)));
    if (rule) withheld.push({ ...suggestion, rule });
    else left.push(suggestion);
  }
  const overlapping = createOverlapping(left);
  const added = findAlways(rules, text, form).filter(
    (one) => !overlapping(one).some(({ kind }) => kind === one.kind),
  );
  return { suggestions: [...left, ...added].sort(byPlace), withheld };
}

function subject(kind: string, words: string): string {
  return `${kind} ${degradeText(words).text}`;
}

/** The places of the words that are always marked; of several that begin at one word the longest. */
function findAlways(
  rules: readonly Rule[],
  text: string,
  form: Form,
): readonly (Suggestion & { rule: Rule })[] {
  const byFirst = new Map<string, { readonly rule: Rule; readonly words: readonly string[] }[]>();
  for (const rule of rules) {
    if (rule.verdict === 'never') continue;
    const words = wordTokens(splitTokens(form === 'scraped' ? degradeText(rule.words).text : rule.words)).map(
      toText,
    );
    const [first] = words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { rule, words }]);
  }
  if (byFirst.size === 0) return [];
  for (const own of byFirst.values()) own.sort((a, b) => b.words.length - a.words.length);
  const tokens = wordTokens(splitTokens(text));
  const found: (Suggestion & { rule: Rule })[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const match = byFirst
      .get(toText(tokens[i] as Token))
      ?.find(({ words }) => words.every((word, k) => tokens[i + k]?.text === word));
    if (!match) continue;
    const { start } = tokens[i] as Span;
    const { end } = tokens[i + match.words.length - 1] as Span;
    const { kind, attributes } = match.rule;
    found.push({ ...{ kind, start, end, attributes, parts: {} }, rule: match.rule });
    i += match.words.length - 1;
  }
  return found;
}

/** Hyphens and other marks between the words do not count. */
function wordTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'punctuation');
}

function toText({ text }: Token): string {
  return text;
}
