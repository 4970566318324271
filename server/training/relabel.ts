import type { FirstTagger } from '../analysis/tagger/firstPass.ts';
import { NAME_KINDS, NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import { viewParagraph } from '../analysis/tagger/paragraphView.ts';
import { scoreNames } from '../analysis/tagger/scores.ts';
import { decode, findLikely } from '../analysis/tagger/sequence.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import type { Source } from './corpus.ts';
import type { Annotated, AnnotatedEntity } from './data.ts';
import { allowLabels } from './labels.ts';
import type { NameWorkshop } from './workshop.ts';

/**
 * The sources with silver labels corrected by models of the gold: label and models have to agree or outweigh each
 * other.
 */
export function cleanSilver(
  shop: NameWorkshop,
  sources: readonly Source[],
  taggers: readonly FirstTagger[],
): Source[] {
  const began = performance.now();
  let changed = 0;
  const cleaned = sources.map((source) => {
    if (source.gold) return source;
    const record = relabel(taggers, source, source.plain ? 0 : shop.options.silverTrust);
    if (JSON.stringify(record.entities.map(short)) !== JSON.stringify(source.record.entities.map(short)))
      changed++;
    return { ...source, record, gaps: {} };
  });
  shop.log(`labelled anew: ${changed} silver texts, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return cleaned;
}

function short({ start, end, type }: { start: number; end: number; type: string }): string {
  return `${start}-${end}-${type}`;
}

/**
 * The record as the models read it, with `trust` added to the score of each label that its own annotation has: 0 is the
 * models alone, more lets the annotation win where they are less sure.
 */
function relabel(taggers: readonly FirstTagger[], source: Source, trust: number): Annotated {
  const { record, gaps } = source;
  const [{ model, lattice }] = taggers as readonly [FirstTagger];
  const width = NAME_LABELS.length;
  const entities: AnnotatedEntity[] = [];
  for (const { start, end } of splitParagraphs(record.text)) {
    const text = record.text.slice(start, end);
    const tokens = splitTokens(text);
    const paragraph = { text, form: 'edited' as const, tokens, sentences: splitSentences(tokens) };
    const sum = new Float32Array(tokens.length * width);
    let kind = 0;
    for (const { lexicon, words, model: own } of taggers) {
      const view = viewParagraph(lexicon, words, paragraph);
      kind = view.kind;
      scoreNames(own, lattice, view);
      for (let k = 0; k < sum.length; k++)
        sum[k] = (sum[k] as number) + (lattice.scores[k] as number) / taggers.length;
    }
    lattice.scores.set(sum);
    const allowed = allowLabels(record, tokens, start, gaps, () => true);
    for (let i = 0; i < tokens.length; i++)
      for (let y = 0; y < width; y++)
        if ((((allowed[i] as number) >> y) & 1) === 1)
          lattice.scores[i * width + y] = (lattice.scores[i * width + y] as number) + trust;
    findLikely(lattice, width, tokens.length);
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
