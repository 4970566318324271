import { stateOf } from '../features/states.ts';
import type { Articles } from '../folder/pictures/articles.ts';
import { toNetwork } from '../folder/pictures/network.ts';
import { toSpeakers } from '../folder/pictures/speakers.ts';
import { toTimeline } from '../folder/pictures/timeline.ts';
import { toCountryCounts } from '../folder/pictures/world.ts';
import type { Picture, PictureKind } from '../requests/pictures.ts';

/** A graph of more than these stays no longer readable. */
const MOST_NODES = 300;
/** So many dates and speakers are told, those that are mentioned or say most. */
const MOST_ROWS = 3000;

/** What a picture of the articles shows. */
export function toPicture(kind: PictureKind, articles: Articles): Picture {
  switch (kind) {
    case 'timeline': {
      const { dates, publications } = toTimeline(articles);
      const most = new Set(dates.toSorted((a, b) => b.mentions - a.mentions).slice(0, MOST_ROWS));
      return {
        ...{ kind, publications, left: dates.length - most.size },
        dates: dates.filter((date) => most.has(date)),
      };
    }
    case 'speakers': {
      const speakers = toSpeakers(articles);
      return { kind, speakers: speakers.slice(0, MOST_ROWS), left: Math.max(0, speakers.length - MOST_ROWS) };
    }
    case 'network': {
      const { nodes, edges, left } = toNetwork(articles, MOST_NODES);
      return { kind, nodes: nodes.map((node) => ({ ...node, label: labelOf(node) })), edges, left };
    }
    case 'world':
      return {
        ...{ kind, left: 0 },
        countries: toCountryCounts(articles).map((count) => ({ ...count, label: stateOf(count.code).name })),
      };
  }
}

function labelOf({ kind, name }: { readonly kind: 'person' | 'country'; readonly name: string }): string {
  return kind === 'country' ? stateOf(name).name : name;
}
