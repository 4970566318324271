import type { DocumentUri } from 'vscode-languageserver';
import type { NetworkEdge, NetworkNode } from '../folder/pictures/network.ts';
import type { SpeakerRow } from '../folder/pictures/speakers.ts';
import type { Timeline, TimelineDate } from '../folder/pictures/timeline.ts';
import type { CountryCount } from '../folder/pictures/world.ts';

export type PictureKind = 'timeline' | 'speakers' | 'network' | 'world';

export interface PictureParams {
  readonly picture: PictureKind;
  /** The article to draw; without it the whole folder. */
  readonly article?: DocumentUri;
}

/** `left` is how many more there are than are told. */
export type Picture = { readonly left: number } & (
  | {
      readonly kind: 'timeline';
      readonly dates: readonly TimelineDate[];
      readonly publications: Timeline['publications'];
    }
  | { readonly kind: 'speakers'; readonly speakers: readonly SpeakerRow[] }
  | {
      readonly kind: 'network';
      /** `label` is the name, of a country that of its code. */
      readonly nodes: readonly (NetworkNode & { readonly label: string })[];
      readonly edges: readonly NetworkEdge[];
    }
  | {
      readonly kind: 'world';
      readonly countries: readonly (CountryCount & { readonly label: string })[];
    }
);
