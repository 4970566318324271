import type { Span } from '../../text/span.ts';
import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from './model.ts';
import { findFeatures, SLOTS } from './nameFeatures.ts';
import { NAME_KINDS, type NameKind } from './nameLabels.ts';
import { toNameTagger } from './nameTagger.ts';
import { decode, findMarginals, scoreFeatures } from './sequence.ts';

/** A proper name as the tagger reads it; offsets into the whole text. */
export interface Name extends Span {
  readonly label: NameLabel;
  /** For a COUNTRY: how it is named. */
  readonly form?: 'name' | 'demonym' | 'metonym';
  /** Index of its paragraph and of its tokens there, half-open. */
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
  /** Share of the label at its least sure token, 0 to 1. */
  readonly likelihood: number;
}

export type NameLabel = 'PERSON' | 'COUNTRY' | 'LOC' | 'ORG' | 'MISC';

/** What the first pass of the tagger knows of a paragraph. */
export interface NameReading {
  /** The label of each token: an index into NAME_LABELS. */
  readonly labels: Uint8Array;
  /** For each token the share of each of NAME_KINDS in 1/255, in their order. */
  readonly shares: Uint8Array;
}

/** The share of a kind of name at a token, 0 to 1. */
export function shareOf(reading: NameReading, token: number, kind: NameKind): number {
  return (reading.shares[token * NAME_KINDS.length + NAME_KINDS.indexOf(kind)] ?? 0) / 255;
}

/** First pass: the paragraph alone. */
export function readNames(model: Model, paragraph: PlainParagraph): NameReading {
  const count = paragraph.tokens.length;
  const tagger = toNameTagger(model);
  const { lattice } = tagger;
  const { features, kind } = findFeatures(tagger.lexicon, tagger.toWord, paragraph);
  scoreFeatures(tagger.model, lattice, features, SLOTS, count);
  const labels = decode(tagger.model, lattice, count, kind);
  const width = tagger.model.labels.length;
  findMarginals(lattice, tagger.factors[kind] as Float32Array, width, count);
  const shares = new Uint8Array(count * NAME_KINDS.length);
  for (let i = 0; i < count; i++)
    for (let k = 0; k < NAME_KINDS.length; k++) {
      const at = i * width + 1 + 2 * k;
      const share = (lattice.marginals[at] as number) + (lattice.marginals[at + 1] as number);
      shares[i * NAME_KINDS.length + k] = Math.round(255 * share);
    }
  return { labels, shares };
}

/** Second pass: the names of the whole article, in order of place, not overlapping. */
export function relateNames(_model: Model, paragraphs: readonly ReadParagraph[]): readonly Name[] {
  const names: Name[] = [];
  paragraphs.forEach((paragraph, index) => {
    addNames(names, paragraph, index);
  });
  return names;
}

function addNames(names: Name[], { start, reading }: ReadParagraph, paragraph: number): void {
  const { tokens } = reading;
  const { labels } = reading.names;
  for (let first = 0; first < tokens.length; first++) {
    const label = labels[first] as number;
    if (label === 0) continue;
    const kind = (label - 1) >> 1;
    let last = first + 1;
    while (labels[last] === 2 * kind + 2) last++;
    let likelihood = 255;
    for (let i = first; i < last; i++)
      likelihood = Math.min(likelihood, reading.names.shares[i * NAME_KINDS.length + kind] as number);
    names.push({
      start: start + (tokens[first]?.start ?? 0),
      end: start + (tokens[last - 1]?.end ?? 0),
      ...toLabel(NAME_KINDS[kind] as NameKind),
      paragraph,
      first,
      last,
      likelihood: likelihood / 255,
    });
    first = last - 1;
  }
}

function toLabel(kind: NameKind): Pick<Name, 'label' | 'form'> {
  switch (kind) {
    case 'COUNTRY':
      return { label: 'COUNTRY', form: 'name' };
    case 'DEMONYM':
      return { label: 'COUNTRY', form: 'demonym' };
    case 'METONYM':
      return { label: 'COUNTRY', form: 'metonym' };
    case 'PERSON':
    case 'LOC':
    case 'ORG':
    case 'MISC':
      return { label: kind };
  }
}
