import type { Span } from '../../text/span.ts';
import type { FolderPlace } from '../folder.ts';
import type { Summary } from '../summary.ts';

/** The articles of a picture with their URIs. */
export type Articles = Iterable<readonly [uri: string, summary: Summary]>;

/** So many places of a subject are told; a picture shows no more. */
const MOST_PLACES = 20;

/** Adds the places of one article to a list that stays short. */
export function addPlaces(places: FolderPlace[], uri: string, spans: readonly Span[]): void {
  for (const { start, end } of spans.slice(0, MOST_PLACES - places.length)) places.push({ uri, start, end });
}
