import type { Article, Form } from '../../analysis/types.ts';
import { degradeText } from '../../text/degrade.ts';
import { byPlace, slice } from '../../text/span.ts';
import { splitTokens, type Token } from '../../text/tokens.ts';
import { createOverlapping } from '../overlapping.ts';
import type { Suggestion } from '../suggestions.ts';
import type { LexiconRule } from './rules.ts';

/** Suggestions by the rules of the folder's lexicon. */
export interface ByRules {
  /** Those that a rule has added say by which. */
  readonly suggestions: readonly Suggestion[];
  /** Those that the rules have taken away. */
  readonly withheld: readonly Withheld[];
}

/** The words of an article as they were cut. */
export interface Words extends Pick<Article, 'text' | 'form'> {
  readonly paragraphs: readonly {
    readonly start: number;
    readonly reading: { readonly tokens: readonly Token[] };
  }[];
}

/** A suggestion that is not made because of a rule. */
export type Withheld = Suggestion & { readonly rule: LexiconRule };

/**
 * Applies the rules to what was found, which stays as it is: `never` takes suggestions with just these words away,
 * `always` adds these words wherever they stand, if no suggestion of the kind is there. In scraped text, and in rules
 * for it, capitals and punctuation do not count. Linear in the length of the text.
 */
export function applyRules(
  rules: readonly LexiconRule[],
  suggestions: readonly Suggestion[],
  article: Words,
): ByRules {
  if (rules.length === 0) return { suggestions, withheld: [] };
  const never = new Map(
    rules.flatMap((rule) => (rule.verdict === 'never' ? [[subject(rule.kind, rule.words), rule]] : [])),
  );
  const kinds = new Set(Array.from(never.values(), ({ kind }) => kind));
  const withheld: Withheld[] = [];
  const left: Suggestion[] = [];
  for (const suggestion of suggestions) {
    const rule = kinds.has(suggestion.kind)
      ? (never.get(subject(suggestion.kind, '')) ??
        never.get(subject(suggestion.kind, slice(article.text, suggestion))))
      : undefined;
    if (rule) withheld.push({ ...suggestion, rule });
    else left.push(suggestion);
  }
  const overlapping = createOverlapping(left);
  const added = findAlways(rules, article).filter(
    (one) => !overlapping(one).some(({ kind }) => kind === one.kind),
  );
  return { suggestions: added.length === 0 ? left : [...left, ...added].sort(byPlace), withheld };
}

function subject(kind: string, words: string): string {
  return `${kind} ${degradeText(words).text}`;
}

interface Sought {
  readonly rule: LexiconRule;
  readonly words: readonly string[];
}

/** The places of the words that are always marked; of several that begin at one word the longest. */
function findAlways(rules: readonly LexiconRule[], { form, paragraphs }: Words): readonly Suggestion[] {
  const byFirst = groupByFirst(rules, form);
  if (byFirst.size === 0) return [];
  const found: Suggestion[] = [];
  for (const { start: offset, reading } of paragraphs) {
    const tokens = wordTokens(reading.tokens);
    for (let i = 0; i < tokens.length; i++) {
      const first = tokens[i] as Token;
      const match = byFirst
        .get(first.text)
        ?.find(({ words }) => words.every((word, k) => tokens[i + k]?.text === word));
      if (!match) continue;
      i += match.words.length - 1;
      const { rule } = match;
      const [start, end] = [offset + first.start, offset + (tokens[i] as Token).end];
      found.push({ kind: rule.kind, start, end, attributes: rule.attributes, parts: {}, rule });
    }
  }
  return found;
}

function groupByFirst(rules: readonly LexiconRule[], form: Form): ReadonlyMap<string, readonly Sought[]> {
  const byFirst = new Map<string, Sought[]>();
  for (const rule of rules) {
    if (rule.verdict === 'never') continue;
    const words = wordTokens(splitTokens(form === 'scraped' ? degradeText(rule.words).text : rule.words)).map(
      ({ text }) => text,
    );
    const [first] = words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { rule, words }]);
  }
  for (const own of byFirst.values()) own.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** Hyphens and other marks between the words do not count. */
function wordTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'punctuation');
}
