import { NAME_KINDS, NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import type { Token } from '../text/tokens.ts';
import type { Annotated } from './data.ts';

/** What the annotators of a source left undone, so that a token may have more than one right label. */
export interface Gaps {
  /** Capitals and seats of government may be metonyms. */
  readonly metonyms?: boolean;
  /** Adjectives of countries may be unmarked. */
  readonly demonyms?: boolean;
  /** Names of other things may be unmarked. */
  readonly others?: boolean;
  /** Organisations may be common nouns. */
  readonly organisations?: boolean;
}

/** The bit of a token outside of names. */
export const OUTSIDE = 1;

/** A bit for each label that may be right at each token of a stretch of the text that begins at `start`. */
export function allowLabels(
  record: Annotated,
  tokens: readonly Token[],
  start: number,
  gaps: Gaps,
  isDemonym: (token: Token) => boolean,
): Uint16Array {
  const allowed = new Uint16Array(tokens.length).fill(OUTSIDE);
  if (gaps.others || gaps.demonyms)
    tokens.forEach((token, i) => {
      if (gaps.others && /^\p{Lu}/u.test(token.text) && i > 0)
        allowed[i] = (allowed[i] as number) | bits('MISC');
      if (gaps.demonyms && isDemonym(token)) allowed[i] = (allowed[i] as number) | bits('DEMONYM');
    });
  let i = 0;
  for (const entity of [...record.entities].sort((a, b) => a.start - b.start)) {
    const kind = toKind(entity);
    if (!kind) continue;
    while (i < tokens.length && (tokens[i] as Token).end + start <= entity.start) i++;
    const first = i;
    while (i < tokens.length && (tokens[i] as Token).start + start < entity.end) {
      const label = (i === first ? 'B-' : 'I-') + kind;
      allowed[i] = bit(label);
      if (gaps.metonyms && (kind === 'LOC' || kind === 'ORG'))
        allowed[i] = (allowed[i] as number) | bit(`${i === first ? 'B-' : 'I-'}METONYM`);
      if (gaps.organisations && kind === 'ORG') allowed[i] = (allowed[i] as number) | OUTSIDE;
      i++;
    }
  }
  return allowed;
}

/** The tagger's kind of an annotation; undefined for what it does not read. */
export function toKind({ type, form }: { type: string; form?: string }): string | undefined {
  if (type === 'COUNTRY') return form === 'demonym' ? 'DEMONYM' : form === 'metonym' ? 'METONYM' : 'COUNTRY';
  return (NAME_KINDS as readonly string[]).includes(type) ? type : undefined;
}

function bit(label: string): number {
  return 1 << NAME_LABELS.indexOf(label);
}

function bits(kind: string): number {
  return bit(`B-${kind}`) | bit(`I-${kind}`);
}
