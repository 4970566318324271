import type { Mark, MarkAttributes, MarkKind } from '../mark.ts';

/** A judgement that holds for all articles of a folder: some words are always marked as a kind, or never. */
export interface Rule {
  readonly verdict: 'always' | 'never';
  readonly kind: MarkKind;
  readonly words: string;
  readonly attributes: MarkAttributes;
}

/** A rule with the line of the lexicon, from 1, that says so. */
export interface LexiconRule extends Rule {
  readonly line: number;
}

/** The rules of a scheme that leaves kinds out, which no lexicon can say: never, whatever the words. They have no line. */
export function neverKinds(kinds: readonly MarkKind[]): readonly LexiconRule[] {
  return kinds.map((kind) => ({ verdict: 'never', kind, words: '', attributes: {}, line: 0 }));
}

/** The lexicon of a folder: a text file that people read and change. */
export interface FolderLexicon {
  readonly rules: readonly LexiconRule[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

const RULE =
  /^(?<verdict>always|never) (?<kind>[\p{L}\p{N}_-]+): (?<words>[^|#]+?)(?: *\| *(?<attributes>[^#]*?))? *(?:#.*)?$/u;
const ATTRIBUTE = /(?<key>[\p{L}\p{N}_-]+)=(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s"]+))/gu;
/** Code units of a line; no rule is longer. */
const LONGEST = 1000;

/**
 * Reads a lexicon, one rule to a line: `never person: May`, `always country: Kemet | code=EG form=name`; `#` begins a
 * remark. A line that is no rule is told of and does nothing. Of several rules on the same words the last one holds.
 */
export function parseLexicon(text: string): FolderLexicon {
  const rules = new Map<string, LexiconRule>();
  const problems: { line: number; reason: string }[] = [];
  for (const [i, own] of text.split(/\r?\n/u).entries()) {
    const line = own.trim();
    if (line === '' || line.startsWith('#')) continue;
    const groups = line.length <= LONGEST ? RULE.exec(line)?.groups : undefined;
    if (!groups) {
      problems.push({ line: i + 1, reason: 'No rule: write “always KIND: WORDS” or “never KIND: WORDS”.' });
      continue;
    }
    const { verdict, kind = '', words = '', attributes = '' } = groups;
    if (attributes.replace(ATTRIBUTE, '').trim() !== '') {
      problems.push({ line: i + 1, reason: 'No values: write “| KEY=VALUE KEY="SEVERAL WORDS"”.' });
      continue;
    }
    const rule: LexiconRule = {
      ...{ verdict: verdict === 'always' ? 'always' : 'never', kind, words, line: i + 1 },
      attributes: Object.fromEntries(
        [...attributes.matchAll(ATTRIBUTE)].map(({ groups: own }) => [
          own?.key ?? '',
          own?.quoted?.replace(/\\(.)/gu, '$1') ?? own?.plain ?? '',
        ]),
      ),
    };
    rules.set(subjectOf(rule), rule);
  }
  return { rules: [...rules.values()], problems };
}

/** The line of a rule, without a line break. */
export function printRule({ verdict, kind, words, attributes }: Rule): string {
  const values = Object.entries(attributes).map(
    ([key, value]) => `${key}=${/^[^\s"#]+$/u.test(value) ? value : quote(value)}`,
  );
  return [`${verdict} ${kind}: ${words}`, ...(values.length > 0 ? [`| ${values.join(' ')}`] : [])].join(' ');
}

/**
 * The lexicon without rules that it has learned: of each the last line that says just so. What people wrote or changed
 * stays.
 */
export function forgetRules(text: string, learned: readonly Rule[]): string {
  const lines = text.split('\n');
  for (const rule of learned) {
    const printed = `${printRule(rule)}  # `;
    const last = lines.findLastIndex((line) => line.startsWith(printed));
    if (last !== -1) lines.splice(last, 1);
  }
  return lines.join('\n');
}

/** The lexicon with new rules at its end, where it does not say so already; every line it has stays as it is. */
export function extendLexicon(text: string, learned: readonly Rule[], remark: string): string {
  const known = new Map(parseLexicon(text).rules.map((rule) => [subjectOf(rule), printRule(rule)]));
  const lines = learned
    .filter((rule) => known.get(subjectOf(rule)) !== printRule(rule))
    .map((rule) => `${printRule(rule)}  # ${remark.replace(/[\r\n]+/gu, ' ')}\n`);
  if (lines.length === 0) return text;
  const head =
    text === '' ? '# Judgements that hold for all articles of this folder; change them freely.\n' : text;
  return `${head}${head.endsWith('\n') ? '' : '\n'}${lines.join('')}`;
}

/**
 * The rule that a judgement teaches, or undefined: only of names, which are what they are wherever they stand, and only
 * where words were rejected or added.
 */
export function learnRule({ kind, verdict, attributes }: Mark, words: string): Rule | undefined {
  if (kind === 'date' || kind === 'quote' || /[|#\r\n]|^\s|\s$|^$/u.test(words)) return undefined;
  switch (verdict) {
    case 'rejected':
      return { verdict: 'never', kind, words, attributes: {} };
    case 'added':
      return { verdict: 'always', kind, words, attributes };
    case 'accepted':
    case 'corrected':
      return undefined;
  }
}

/** A remark would begin at `#`. */
function quote(value: string): string {
  return `"${value.replace(/[\r\n#]/gu, ' ').replace(/["\\]/gu, '\\$&')}"`;
}

function subjectOf({ kind, words }: Rule): string {
  return `${kind}: ${words.toLowerCase()}`;
}
