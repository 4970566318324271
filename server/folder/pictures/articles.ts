import type { Summary } from '../summary.ts';

/** The articles of a picture with their URIs. */
export type Articles = Iterable<readonly [uri: string, summary: Summary]>;
