import type { Location } from 'vscode-languageclient';
import type { EntityName } from '../../server/folder/entities.ts';
import type {
  FromPicture,
  PictureState,
  PictureView,
  PictureWords,
  TableView,
  ToPicture,
} from '../pictures/messages.ts';

/** What VS Code gives a webview to speak with the editor. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPicture): void;
  getState(): PictureState | undefined;
  setState(state: PictureState): void;
};

const api = acquireVsCodeApi();
const sentences = new Map<number, (text: string) => void>();
const places = new Map<number, (places: readonly Location[]) => void>();
let asked = 0;
let view: PictureView = api.getState()?.view ?? {};

/** The words of the page in the language of the editor. */
export const words = JSON.parse(document.body.dataset.words ?? '{}') as PictureWords;

export function tell(message: FromPicture): void {
  api.postMessage(message);
}

/** Keeps what a reload needs. Another article is not looked at through the old one's window. */
export function remember(state: PictureState): void {
  const last = api.getState();
  if (last && (last.scope !== state.scope || last.article !== state.article)) {
    const { zoom: _zoom, roam: _roam, ...rest } = view;
    view = rest;
  }
  api.setState({ ...state, view });
}

/** How the person has arranged the picture. */
export function viewOf(): PictureView {
  return view;
}

/** Keeps how the person has arranged the picture. */
export function arrange(change: PictureView): void {
  view = { ...view, ...change };
  const state = api.getState();
  if (state) remember(state);
}

/** Keeps how the person has arranged a table. */
export function arrangeTable(label: string, change: TableView): void {
  arrange({ tables: { ...view.tables, [label]: { ...view.tables?.[label], ...change } } });
}

/** Hears what the editor tells, answers to questions aside. */
export function listen(hear: (message: Exclude<ToPicture, { type: 'sentence' | 'places' }>) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPicture>) => {
    switch (data.type) {
      case 'sentence':
        sentences.get(data.id)?.(data.text);
        sentences.delete(data.id);
        return;
      case 'places':
        places.get(data.id)?.(data.places);
        places.delete(data.id);
        return;
      default:
        hear(data);
    }
  });
}

/** The sentence around a place. */
export function askSentence(location: Location): Promise<string> {
  const id = asked++;
  return new Promise((resolve) => {
    sentences.set(id, resolve);
    tell({ type: 'sentence', id, location });
  });
}

/** The first places of an entity. */
export function askPlaces(entity: EntityName): Promise<readonly Location[]> {
  const id = asked++;
  return new Promise((resolve) => {
    places.set(id, resolve);
    tell({ type: 'places', id, entity });
  });
}
