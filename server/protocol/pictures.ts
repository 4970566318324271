import type { Location } from 'vscode-languageserver';
import { stateOf } from '../features/states.ts';
import type { Folder, FolderPlace } from '../folder/folder.ts';
import type { Articles } from '../folder/pictures/articles.ts';
import { toNetwork } from '../folder/pictures/network.ts';
import { toSpeakers } from '../folder/pictures/speakers.ts';
import { toTimeline } from '../folder/pictures/timeline.ts';
import { toCountryCounts } from '../folder/pictures/world.ts';
import type { Located, Picture, PictureKind } from '../requests.ts';
import { toFolderLocation } from './ranges.ts';

/** A graph of more than these stays no longer readable. */
const MOST_NODES = 300;

/** What a picture of the articles shows. */
export function toPicture(kind: PictureKind, articles: Articles, folder: Folder): Picture {
  const locate = <Item extends { readonly places: readonly FolderPlace[] }>(item: Item): Located<Item> => ({
    ...item,
    places: item.places.flatMap((place) => toLocations(place, folder)),
  });
  switch (kind) {
    case 'timeline': {
      const { dates, publications } = toTimeline(articles);
      return { kind, dates: dates.map(locate), publications };
    }
    case 'speakers':
      return { kind, speakers: toSpeakers(articles).map(locate) };
    case 'network': {
      const { nodes, edges } = toNetwork(articles, MOST_NODES);
      return { kind, nodes: nodes.map((node) => ({ ...locate(node), label: labelOf(node) })), edges };
    }
    case 'world':
      return {
        kind,
        countries: toCountryCounts(articles).map((count) => ({
          ...locate(count),
          label: stateOf(count.code).name,
        })),
      };
  }
}

function toLocations(place: FolderPlace, folder: Folder): readonly Location[] {
  const summary = folder.summaryOf(place.uri);
  return summary ? [toFolderLocation(place, summary)] : [];
}

function labelOf({ kind, name }: { readonly kind: 'person' | 'country'; readonly name: string }): string {
  return kind === 'country' ? stateOf(name).name : name;
}
