import { findFeatures, SLOTS } from '../analysis/tagger/nameFeatures.ts';
import { NAME_KINDS, NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import {
  createLattice,
  decode,
  fitLattice,
  type SequenceModel,
  scoreFeatures,
} from '../analysis/tagger/sequence.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import type { Source } from './corpus.ts';
import type { Annotated, AnnotatedEntity } from './data.ts';
import { allowLabels } from './labels.ts';
import type { NameWorkshop } from './trainNames.ts';

/**
 * The record as a model reads it, with `trust` added to the score of each label that its own annotation has: 0 is the
 * model alone, more lets the annotation win where the model is less sure.
 */
export function relabel(shop: NameWorkshop, model: SequenceModel, source: Source, trust: number): Annotated {
  const { lexicon, toWord } = shop;
  const { record, gaps } = source;
  const lattice = createLattice();
  const width = NAME_LABELS.length;
  const entities: AnnotatedEntity[] = [];
  for (const { start, end } of splitParagraphs(record.text)) {
    const text = record.text.slice(start, end);
    const tokens = splitTokens(text);
    const paragraph = { text, form: 'edited' as const, tokens, sentences: splitSentences(tokens) };
    const { features, kind } = findFeatures(lexicon, toWord, paragraph);
    fitLattice(lattice, tokens.length, width);
    scoreFeatures(model, lattice, features, SLOTS, tokens.length);
    const allowed = allowLabels(record, tokens, start, gaps, () => true);
    for (let i = 0; i < tokens.length; i++)
      for (let y = 0; y < width; y++)
        if ((((allowed[i] as number) >> y) & 1) === 1)
          lattice.scores[i * width + y] = (lattice.scores[i * width + y] as number) + trust;
    entities.push(...toEntities(decode(model, lattice, tokens.length, kind), tokens, start));
  }
  return { ...record, entities };
}

function toEntities(labels: Uint8Array, tokens: readonly Token[], start: number): AnnotatedEntity[] {
  const entities: AnnotatedEntity[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const label = labels[first] as number;
    if (label === 0) continue;
    const kind = (label - 1) >> 1;
    let last = first + 1;
    while (labels[last] === 2 * kind + 2) last++;
    const span = {
      start: start + (tokens[first] as Token).start,
      end: start + (tokens[last - 1] as Token).end,
    };
    entities.push({ ...span, ...toType(NAME_KINDS[kind] as string) });
    first = last - 1;
  }
  return entities;
}

function toType(kind: string): { type: string; form?: string } {
  if (kind === 'DEMONYM' || kind === 'METONYM') return { type: 'COUNTRY', form: kind.toLowerCase() };
  return { type: kind };
}
