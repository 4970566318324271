import { createOccurrences } from '../../anchor/occurrences.ts';
import { count, type JsonObject, objectsIn, text as textIn } from '../../sideFile/json.ts';
import { createPlaces, type Placed } from '../places.ts';

/** Whether a target says by words or by position which stretch of a text it is. */
export function hasSelector(target: JsonObject): boolean {
  return objectsIn(target.selector).some(isOfText);
}

function isOfText({ type }: JsonObject): boolean {
  return type === 'TextQuoteSelector' || type === 'TextPositionSelector';
}

/**
 * The place of a target: where its position has its words, counted in code points or, as some tools do, in code units;
 * else the one place that has its words in their surroundings.
 */
export function findPlace(text: string, target: JsonObject): Placed {
  const selectors = objectsIn(target.selector);
  const quoted = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const [start, end] = [count(position, 'start'), count(position, 'end')];
  const words = textIn(quoted, 'exact');
  if (start !== undefined && end !== undefined)
    for (const unit of ['points', 'units'] as const) {
      const place = createPlaces(text, unit).read(start, end);
      if (words === undefined) return place;
      if (typeof place !== 'string' && text.slice(place.start, place.end) === words) return place;
    }
  if (words === undefined || words === '') return 'it neither quotes its words nor has a position';
  const [prefix, suffix] = [textIn(quoted, 'prefix') ?? '', textIn(quoted, 'suffix') ?? ''];
  const places = createOccurrences(text)(words).filter(
    (at) => text.startsWith(suffix, at + words.length) && text.slice(0, at).endsWith(prefix),
  );
  const [own, ...others] = places;
  if (own === undefined) return `the text does not have “${words}” there`;
  if (others.length > 0) return `the text has “${words}” at several such places`;
  return { start: own, end: own + words.length };
}
