import type { FromPicture, PictureState, PictureWords, ToPicture } from '../pictures/messages.ts';

/** What VS Code gives a webview to speak with the editor. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPicture): void;
  setState(state: PictureState): void;
};

const api = acquireVsCodeApi();
const waiting = new Map<number, (text: string) => void>();
let asked = 0;

/** The words of the page in the language of the editor. */
export const words = JSON.parse(document.body.dataset.words ?? '{}') as PictureWords;

export function tell(message: FromPicture): void {
  api.postMessage(message);
}

/** Keeps what a reload needs. */
export function remember(state: PictureState): void {
  api.setState(state);
}

/** Hears what the editor tells, answers to questions aside. */
export function listen(hear: (message: ToPicture) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPicture>) => {
    if (data.type !== 'sentence') return hear(data);
    waiting.get(data.id)?.(data.text);
    waiting.delete(data.id);
  });
}

/** The sentence around a place. */
export function askSentence(
  location: Extract<FromPicture, { type: 'sentence' }>['location'],
): Promise<string> {
  const id = asked++;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    tell({ type: 'sentence', id, location });
  });
}
