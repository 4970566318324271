import { isObject, type JsonObject, objectsIn } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation } from '../annotation.ts';
import { cutTokens } from '../cutTokens.ts';
import { restOf } from '../fields.ts';
import type { Format } from '../format.ts';
import { toGraph } from '../graph.ts';
import { toLabel } from '../labels.ts';
import { createPlaces } from '../places.ts';
import { readProdigy } from './read.ts';

/**
 * Prodigy and spaCy: one JSON object a line with text, tokens, spans and relations (https://prodi.gy/docs/api-interfaces).
 * Attributes and notes are further keys of the spans, which Prodigy passes through.
 */
export const PRODIGY: Format = {
  name: 'prodigy',
  title: 'Prodigy, spaCy (JSON lines)',
  endings: ['.jsonl'],
  units: 'code points',
  holds: ['attributes', 'parts', 'note'],
  hasLabels: true,
  write: (article) => ({
    files: [{ name: `${article.name}.jsonl`, content: `${JSON.stringify(toTask(article))}\n` }],
    losses: [],
  }),
  join: (contents) => contents.join(''),
  read: (files) => files.flatMap(readProdigy),
  recognises: ({ content }) =>
    /^\ufeff?\s*\{/u.test(content) &&
    /"(?:spans|tokens|_input_hash|answer)"\s*:/u.test(content.slice(0, 100_000)) &&
    /"text"\s*:/u.test(content),
};

function toTask(article: AnnotatedText): JsonObject {
  const { text, marks, name } = article;
  const rest = restOf(article, 'prodigy');
  const places = createPlaces(text, 'points');
  const { nodes, edges } = toGraph(marks);
  const kept = keptTokens(text, rest?.fields?.tokens, places);
  const cuts = cutTokens(text, nodes);
  const tokens =
    kept ??
    cuts.map(({ text: own, ...span }, id) => ({
      ...{ text: own, ...places.write(span), id },
      ws: text[span.end] === ' ',
    }));
  const starts = new Map(tokens.map(({ start }, i) => [start, i]));
  const ends = new Map(tokens.map(({ end }, i) => [end, i]));
  const spans = nodes.map((node, i): JsonObject => {
    const { start, end } = places.write(node);
    const [first, last] = [starts.get(start), ends.get(end)];
    return {
      ...(node.id !== undefined && rest?.marks?.[node.id]),
      ...{ start, end },
      ...(first !== undefined && last !== undefined && { token_start: first, token_end: last }),
      label: toLabel(node.kind),
      ...(edges.length > 0 && { id: i }),
      ...(Object.keys(node.attributes).length > 0 && { attributes: node.attributes }),
      ...(node.note !== undefined && { note: node.note }),
    };
  });
  const relations = edges.map(({ from, to, role }) => ({
    head: spans[from]?.token_end,
    child: spans[to]?.token_end,
    head_span: spans[from],
    child_span: spans[to],
    label: toLabel(role),
  }));
  const meta = rest?.fields?.meta;
  return {
    ...rest?.fields,
    text,
    meta: { ...(isObject(meta) && meta), article: name },
    tokens,
    spans,
    ...(relations.length > 0 && { relations: [...relations, ...objectsIn(rest?.fields?.relations)] }),
    answer: rest?.fields?.answer ?? 'accept',
  };
}

/** The tokens of the file that was read, if they are still those of the text. */
function keptTokens(
  text: string,
  tokens: unknown,
  places: ReturnType<typeof createPlaces>,
): readonly (JsonObject & Pick<Annotation, 'start' | 'end'>)[] | undefined {
  if (!Array.isArray(tokens)) return undefined;
  const own = tokens.filter(
    (token): token is JsonObject & Pick<Annotation, 'start' | 'end'> =>
      isObject(token) && typeof token.start === 'number' && typeof token.end === 'number',
  );
  const isWhole = own.every((token) => {
    const span = places.read(token.start, token.end);
    return typeof span !== 'string' && text.slice(span.start, span.end) === token.text;
  });
  return isWhole && own.length === tokens.length ? own : undefined;
}
