import { isPronoun, toPersonKey } from '../subjects.ts';
import type { Articles } from './articles.ts';

/** What one speaker said in the articles. */
export interface SpeakerRow {
  readonly speaker: string;
  /** A named person, known by the name. */
  readonly isPerson: boolean;
  readonly articles: number;
  readonly quotations: number;
  readonly direct: number;
  readonly mixed: number;
  readonly indirect: number;
  readonly words: number;
  /** Lemmas of the cues with their number, the most frequent first. */
  readonly cues: readonly Count[];
  readonly stances: readonly Count[];
}

export interface Count {
  readonly name: string;
  readonly times: number;
}

/** Who said what in the articles, most words first. People of one name are one row; pronouns and the like are left out. */
export function toSpeakers(articles: Articles): readonly SpeakerRow[] {
  const speakers = new Map<string, Collected>();
  for (const [uri, { quotations }] of articles)
    for (const { speaker, person, kind, words, cue, stance } of quotations) {
      if (speaker === undefined || (person === undefined && isPronoun(speaker))) continue;
      const key = `${person === undefined ? 'source' : 'person'} ${toPersonKey(speaker)}`;
      const row = speakers.get(key) ?? collect(speaker, person !== undefined);
      speakers.set(key, row);
      row.articles.add(uri);
      row[kind]++;
      row.words += words;
      if (cue !== undefined) row.cues.set(cue, (row.cues.get(cue) ?? 0) + 1);
      if (stance !== undefined) row.stances.set(stance, (row.stances.get(stance) ?? 0) + 1);
    }
  return Array.from(speakers.values(), ({ articles: uris, cues, stances, ...row }) => ({
    ...row,
    articles: uris.size,
    quotations: row.direct + row.mixed + row.indirect,
    cues: toCounts(cues),
    stances: toCounts(stances),
  })).sort((a, b) => b.words - a.words || (a.speaker < b.speaker ? -1 : 1));
}

interface Collected {
  readonly speaker: string;
  readonly isPerson: boolean;
  readonly articles: Set<string>;
  readonly cues: Map<string, number>;
  readonly stances: Map<string, number>;
  direct: number;
  mixed: number;
  indirect: number;
  words: number;
}

function collect(speaker: string, isPerson: boolean): Collected {
  return {
    speaker,
    isPerson,
    articles: new Set(),
    cues: new Map(),
    stances: new Map(),
    direct: 0,
    mixed: 0,
    indirect: 0,
    words: 0,
  };
}

function toCounts(counts: ReadonlyMap<string, number>): readonly Count[] {
  return Array.from(counts, ([name, times]) => ({ name, times })).sort(
    (a, b) => b.times - a.times || (a.name < b.name ? -1 : 1),
  );
}
