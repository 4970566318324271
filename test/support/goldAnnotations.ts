import type { AnnotatedText, Annotation } from '../../server/annotations/formats/annotation.ts';
import type { MarkAttributes } from '../../server/annotations/mark.ts';
import type { CorpusArticle } from './corpus.ts';
import type { GoldMark } from './notation.ts';

/** An article of the corpus with its gold as somebody's marks. */
export function toAnnotations({ name, text, marks }: CorpusArticle): AnnotatedText {
  const own = marks.filter(({ kind }) => ['person', 'country', 'date', 'quote'].includes(kind));
  return { name: `${name}.article`, text, marks: own.map((mark) => toAnnotation(mark, marks)), rest: [] };
}

function toAnnotation(mark: GoldMark, all: readonly GoldMark[]): Annotation {
  const linked = (kind: GoldMark['kind']): GoldMark | undefined =>
    all.find((other) => other.kind === kind && other.numbers.some((number) => mark.numbers.includes(number)));
  const [speaker, cue] = mark.kind === 'quote' ? [linked('speaker'), linked('cue')] : [undefined, undefined];
  return {
    ...{ start: mark.start, end: mark.end, kind: mark.kind, verdict: 'added', annotator: 'anna' },
    created: '2026-01-02T03:04:05Z',
    attributes: given(toAttributes(mark, speaker)),
    parts: {
      ...(speaker && { speaker: { start: speaker.start, end: speaker.end } }),
      ...(cue && { cue: { start: cue.start, end: cue.end } }),
    },
  };
}

function toAttributes(
  { kind, value, words }: GoldMark,
  speaker: GoldMark | undefined,
): Readonly<Record<string, string | undefined>> {
  if (kind === 'person') return { entity: value };
  if (kind === 'country') return { code: value, form: words[0] };
  if (kind === 'date') return { value, timex: words[0], mod: words[1] };
  return { quotation: words[0], entity: speaker?.value };
}

function given(attributes: Readonly<Record<string, string | undefined>>): MarkAttributes {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
