import fc from 'fast-check';
import type { AnnotatedText, Annotation } from '../../server/annotations/formats/annotation.ts';
import type { Span } from '../../server/text/span.ts';

const WORDS =
  'Kim|Zoë|Müller|U.S.|said|“No.”|Nuñez|e\u0301te\u0301|🗞|👩‍👩‍👧|2019|a|the|-|—|...|O’Neill|don’t|B-PER|_|*|[|]|||;|\\|<|>|&|"|\'|,|#|->'.split(
    '|',
  );
const GAPS = [' ', ' ', ' ', '\n', '\r\n', '\n\n', '  ', '\t', '\u00a0', ''];

/** A text of news with emoji, combining marks, every line end, and signs that formats use for themselves. */
export const newsLike: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 40 })
  .map((bits) => bits.map(([word, gap]) => word + gap).join(''));

const value = fc.oneof(
  fc.constantFrom(
    'Kim Jong Un',
    'KP',
    'name',
    '2019-W13',
    'true',
    '',
    ' ',
    'a|b',
    'x\ty',
    'line\nbreak',
    '“”',
    '🗞',
  ),
  fc.string({ maxLength: 8 }),
);
const kind = fc.constantFrom('person', 'country', 'date', 'quote', 'quote', 'ship', 'GPE', 'a kind');
const key = fc.constantFrom('entity', 'code', 'form', 'timex', 'value', 'quotation', 'colour', 'Odd key');
const role = fc.constantFrom('speaker', 'cue', 'speaker#2', 'addressee', 'person');
const time = fc.constantFrom('2026-01-02T03:04:05Z', '2026-02-03T04:05:06.789Z');

/** An article with marks that nest, cross and hold line breaks; whose spans may begin and end in white space. */
export const annotated: fc.Arbitrary<AnnotatedText> = newsLike.chain((text) =>
  fc
    .array(markIn(text), { maxLength: 10 })
    .map((marks) => ({ name: 'harbour.article', text, marks: marks.filter(isPlaced), rest: [] })),
);

function isPlaced({ start, end }: Span): boolean {
  return start < end;
}

/** Any mark of the text; an empty one where the text has no room for it. */
function markIn(text: string): fc.Arbitrary<Annotation> {
  const own = spanIn(text);
  return fc
    .record(
      {
        span: own,
        kind,
        attributes: fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }),
        parts: fc.dictionary(role, own, { maxKeys: 2, noNullPrototype: true }),
        note: value,
        verdict: fc.constantFrom('accepted', 'rejected', 'corrected', 'added'),
        annotator: fc.constantFrom('anna', 'Ben O.'),
        created: time,
        modified: time,
        unsure: fc.constant(true as const),
      },
      { requiredKeys: ['span', 'kind', 'attributes', 'parts'] },
    )
    .map(({ span, ...rest }) => ({
      ...{ ...span, ...rest },
      parts: Object.fromEntries(Object.entries(rest.parts).filter(([, part]) => isPlaced(part))),
    }));
}

/** A span of whole characters: short ones are as frequent as long ones. */
function spanIn(text: string): fc.Arbitrary<Span> {
  const edges = [0];
  for (const character of text) edges.push((edges.at(-1) as number) + character.length);
  return fc
    .tuple(fc.nat(edges.length - 1), fc.oneof(fc.integer({ min: 1, max: 6 }), fc.nat(60)))
    .map(([from, length]) => ({
      start: edges[from] as number,
      end: edges[Math.min(edges.length - 1, from + length)] as number,
    }));
}
