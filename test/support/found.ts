import type { Article, Speaker } from '../../server/analysis/types.ts';
import { type GoldMark, isLike } from './notation.ts';

const BARE = { words: [], numbers: [] } as const;

/** The people, countries and dates of an article as marks, with all that is known of them. */
export function foundMentions({ people, countries, dates, entities }: Article): readonly GoldMark[] {
  return [
    ...people.map(({ start, end, entity }): GoldMark => {
      const name = entity === undefined ? undefined : entities[entity]?.name;
      return { kind: 'person', value: name ?? '?', ...BARE, start, end };
    }),
    ...countries.map(({ start, end, code, form }): GoldMark => {
      return { kind: 'country', value: code, ...BARE, words: [form], start, end };
    }),
    ...dates.map(({ start, end, value, timex, mod }): GoldMark => {
      return { kind: 'date', value, ...BARE, words: mod ? [timex, mod] : [timex], start, end };
    }),
  ];
}

/**
 * The quotes, speakers and cues of an article as marks. A quote that is expected has the number it is expected with,
 * or none; the others have numbers of their own.
 */
export function foundQuotes(article: Article, expected: readonly GoldMark[] = []): readonly GoldMark[] {
  const wanted = expected.filter(({ kind }) => kind === 'quote');
  const linked = new Map<string, GoldMark>();
  const link = (mark: GoldMark, number: number): void => {
    const key = `${mark.kind} ${mark.start} ${mark.end} ${mark.value}`;
    linked.set(key, { ...mark, numbers: [...(linked.get(key)?.numbers ?? []), number] });
  };
  let fresh = wanted.length;
  const quotes = article.quotations.map(({ start, end, kind, speaker, cue }): GoldMark => {
    const quote: GoldMark = { kind: 'quote', ...BARE, words: [kind], start, end };
    const like = wanted.find(isLike(quote));
    if (like?.numbers.length === 0) return quote;
    const number = like?.numbers[0] ?? ++fresh;
    if (speaker) link(toSpeaker(article, speaker), number);
    if (cue) link({ kind: 'cue', ...BARE, start: cue.start, end: cue.end }, number);
    return { ...quote, numbers: [number] };
  });
  return [...quotes, ...linked.values()];
}

function toSpeaker({ entities }: Article, { start, end, entity }: Speaker): GoldMark {
  const name = entity === undefined ? undefined : entities[entity]?.name;
  return { kind: 'speaker', ...(name !== undefined && { value: name }), ...BARE, start, end };
}
