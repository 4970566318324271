import type { Folder, FolderPlace } from './folder.ts';
import { toPersonKey } from './subjects.ts';
import { type Summary, toSpans } from './summary.ts';

/** Somebody who speaks in an article or is spoken about there. */
export interface Voice extends FolderPlace {
  readonly name: string;
}

/** One voice with the places, all in one article, that link it with another. */
export interface Call {
  readonly voice: Voice;
  readonly places: readonly FolderPlace[];
}

/** Who is quoted about a person: the voices of every article of the folder, with the mentions in their quotations. */
export function quotedAbout(folder: Folder, name: string): readonly Call[] {
  return folder.articlesOf({ kind: 'person', name }).flatMap((uri) => {
    const summary = folder.summaryOf(uri);
    return summary
      ? callsIn(uri, summary)
          .filter(({ about }) => isSame(about, name))
          .map(toSpeakerCall)
      : [];
  });
}

/** Whom a voice is quoted about in one article. */
export function quotedOn(folder: Folder, uri: string, name: string): readonly Call[] {
  const summary = folder.summaryOf(uri);
  if (!summary) return [];
  return callsIn(uri, summary)
    .filter(({ speaker }) => isSame(speaker.name, name))
    .map(({ about, aboutPlace, places }) => ({ voice: { name: about, ...aboutPlace }, places }));
}

interface SpokenAbout {
  readonly speaker: Voice;
  readonly about: string;
  readonly aboutPlace: FolderPlace;
  readonly places: readonly FolderPlace[];
}

function toSpeakerCall({ speaker, places }: SpokenAbout): Call {
  return { voice: speaker, places };
}

function isSame(a: string, b: string): boolean {
  return toPersonKey(a) === toPersonKey(b);
}

function callsIn(uri: string, { people, quotations }: Summary): readonly SpokenAbout[] {
  const calls = new Map<string, SpokenAbout & { readonly places: FolderPlace[] }>();
  for (const { speaker, person, start, end } of quotations) {
    if (speaker === undefined) continue;
    for (const [index, { name: about, places, introduction }] of people.entries()) {
      if (index === person) continue;
      const spans = toSpans(places);
      const inside = spans.filter((place) => start <= place.start && place.end <= end);
      if (inside.length === 0) continue;
      const key = `${speaker}\n${index}`;
      const call = calls.get(key) ?? {
        speaker: { name: speaker, uri, start, end },
        about,
        aboutPlace: { uri, ...(spans[introduction] ?? { start: 0, end: 0 }) },
        places: [],
      };
      call.places.push(...inside.map((place) => ({ uri, ...place })));
      calls.set(key, call);
    }
  }
  return [...calls.values()];
}
