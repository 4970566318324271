import type { ReadArticle } from '../analysis/article.ts';
import type { Article } from '../analysis/types.ts';
import { type Act, act, type Change } from '../annotations/acts/act.ts';
import { describe } from '../annotations/acts/describe.ts';
import type { TextChange } from '../annotations/follow.ts';
import type { LexiconRule } from '../annotations/lexicon/rules.ts';
import type { MarkedArticle } from '../annotations/sideFile/annotation.ts';
import { sideFileName } from '../annotations/sideFile/name.ts';
import { fileNameOf } from '../folder/indexing.ts';
import type { MarkedText } from '../folder/judge.ts';
import { type Span, slice } from '../text/span.ts';
import type { TextFiles } from './files.ts';
import { applyChanges, followEdit, type Layer, openLayer, reverse, syncLayer } from './layer.ts';
import { isSaved, isUntitled, moveToSaved, type Unsaved, unsavedUriOf } from './untitled.ts';
import { createViews, judgedArticle, type View } from './view.ts';

/** What the marking of articles needs. */
export interface MarkingHost {
  readonly files: TextFiles;
  /** The text of an article as it stands in the editor; undefined where it is not open. */
  textOf(uri: string): string | undefined;
  /** The annotator whose layer it is; empty for the layer without a name. */
  annotatorOf(uri: string): Promise<string>;
  /** The rules of the folder's lexicon that hold for an article: the same ones until they change. */
  rulesOf(uri: string): Promise<readonly LexiconRule[]>;
  /** What reads the words of a new mark by themselves. */
  reader(): Promise<ReadArticle>;
  /** The URI of a folder for marks of articles that have no file yet; undefined: they are in memory alone. */
  storage(): string | undefined;
  /** The time in ISO 8601, UTC. */
  now(): string;
  createId(): string;
  /** Marks could not be written. */
  failed(uri: string, error: unknown): void;
  /** Marks have changed otherwise than by an act. */
  changed(uri: string): void;
}

/** The marks of articles: in memory as long as an article is open, and in their side files. */
export interface Marking {
  view(uri: string, article: Article): Promise<View>;
  /** Reads what is kept of an open article, so that `judged` and `markedOf` know it. */
  ready(uri: string): Promise<void>;
  /** The article as it has been judged, as far as that has been read. */
  judged(uri: string, found: Article): Article;
  /** The same for the folder; undefined where it has not been read. */
  markedOf(uri: string, found: Article): MarkedText | undefined;
  /** The rules of lexicons may have changed. */
  lookAtRules(): Promise<void>;
  /** Does an act at some stretches of an article. What it changes is written soon. */
  act(uri: string, article: Article, what: Act, selections: readonly Span[]): Promise<readonly Change[]>;
  /** Takes changes back, in an article whose text is given where it is not open. */
  revert(uri: string, changes: readonly Change[], text?: string): Promise<void>;
  /** Marks follow an edit. */
  follow(uri: string, before: string, change: TextChange): void;
  /** A side file may have changed. */
  look(sideUri: string): Promise<void>;
  /** Writes what is to be written, of one article or of all. */
  write(uri?: string): Promise<void>;
  /** Writes and forgets the marks of an article that is closed, with the text it had. */
  close(uri: string, text?: string): Promise<void>;
}

interface State {
  /** Undefined where the marks are in memory alone. */
  readonly sideUri: string | undefined;
  readonly annotator: string;
  /** The text that the marks are in while the article is not open. */
  text: string;
  layer: Layer;
  rules: readonly LexiconRule[];
  writing: Promise<void>;
}

/** So long, in milliseconds, acts wait to be written together. */
const TOGETHER = 100;

/** Marks over files. */
export function createMarking(host: MarkingHost): Marking {
  const states = new Map<string, State>();
  const opening = new Map<string, Promise<State>>();
  const waiting = new Set<string>();
  const viewOf = createViews();
  let unsaved: readonly Unsaved[] = [];

  async function open(uri: string, closedText?: string): Promise<State> {
    const known = states.get(uri);
    if (known) return known;
    const begun = opening.get(uri);
    if (begun) return begun;
    const began = (async () => {
      const [annotator, rules] = await Promise.all([host.annotatorOf(uri), host.rulesOf(uri)]);
      const sideUri = isUntitled(uri) ? unsavedUriOf(uri, host.storage()) : sideUriOf(uri, annotator);
      const sideText = sideUri && (await host.files.read(sideUri));
      const text = host.textOf(uri) ?? closedText;
      if (text === undefined) throw new Error(`${uri} is not open.`);
      const layer = openLayer(sideText ?? '', text);
      const state = { sideUri, annotator, text, layer, rules, writing: Promise.resolve() };
      states.set(uri, state);
      opening.delete(uri);
      const own = isUntitled(uri) ? undefined : unsaved.find((one) => isSaved(one.text, text));
      unsaved = unsaved.filter((one) => one !== own);
      if (own) adopt(uri, state, own);
      return state;
    })();
    opening.set(uri, began);
    began.catch(() => opening.delete(uri));
    return began;
  }

  function change(uri: string, state: State, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    state.layer = applyChanges(state.layer, changes);
    writeSoon(uri);
  }

  function writeSoon(uri: string): void {
    if (waiting.size === 0) setTimeout(() => void writeWaiting(), TOGETHER);
    waiting.add(uri);
  }

  async function writeWaiting(): Promise<void> {
    const uris = [...waiting];
    waiting.clear();
    await Promise.all(uris.map(write));
  }

  function write(uri: string): Promise<void> {
    const state = states.get(uri);
    return state ? inTurn(uri, state, writeLayer) : Promise.resolve();
  }

  /** Works with a side file once what was begun before is done: what is read then is no older than what was written. */
  function inTurn(
    uri: string,
    state: State,
    work: (uri: string, state: State) => Promise<void>,
  ): Promise<void> {
    state.writing = state.writing
      .then(() => work(uri, state))
      .catch((error: unknown) => host.failed(uri, error));
    return state.writing;
  }

  /** An article that was saved takes the marks that it had before it had a file. */
  function adopt(uri: string, state: State, own: Unsaved): void {
    const marks = moveToSaved(own, host.textOf(uri) ?? state.text);
    state.layer = applyChanges(
      state.layer,
      marks.map((after) => ({ after })),
    );
    writeSoon(uri);
    host.changed(uri);
  }

  /** Hands the marks of an article without a file to the article that it was saved to, or keeps them for it. */
  function handOver(own: Unsaved): void {
    if (own.kept.length === 0) return;
    const saved = [...states].find(
      ([uri, { text }]) => !isUntitled(uri) && isSaved(own.text, host.textOf(uri) ?? text),
    );
    if (saved) adopt(...saved, own);
    else unsaved = [...unsaved, own];
  }

  async function readLayer(uri: string, state: State): Promise<void> {
    if (state.sideUri === undefined) return;
    const present = (await host.files.read(state.sideUri)) ?? '';
    if (present === state.layer.base) return;
    state.layer = syncLayer(state.layer, present, articleOf(uri, state)).layer;
    host.changed(uri);
  }

  async function writeLayer(uri: string, state: State): Promise<void> {
    const { sideUri } = state;
    if (sideUri === undefined || (state.layer.kept.length === 0 && state.layer.base === '')) return;
    let merged = false;
    const base = await host.files.change(sideUri, (present) => {
      const { layer, content } = syncLayer(state.layer, present, articleOf(uri, state));
      merged ||= layer.kept !== state.layer.kept;
      state.layer = layer;
      return content;
    });
    state.layer = { ...state.layer, base };
    if (merged) host.changed(uri);
  }

  function articleOf(uri: string, state: State): MarkedArticle {
    return { name: fileNameOf(uri), text: host.textOf(uri) ?? state.text };
  }

  return {
    async view(uri, article) {
      const { layer, rules } = await open(uri, article.text);
      return viewOf(article, layer.kept, rules);
    },
    ready: (uri) =>
      open(uri).then(
        () => {},
        // Whoever asks for the marks themselves is told.
        () => {},
      ),
    judged(uri, found) {
      const state = states.get(uri);
      if (!state || isUnjudged(state)) return found;
      return judgedArticle(viewOf(found, state.layer.kept, state.rules));
    },
    markedOf(uri, found) {
      const state = states.get(uri);
      if (!state) return undefined;
      if (isUnjudged(state)) return { kept: state.layer.kept, text: found.text };
      const { kept, byRules } = viewOf(found, state.layer.kept, state.rules);
      return { kept, text: found.text, ...(byRules && { byRules }) };
    },
    async lookAtRules() {
      for (const [uri, state] of states) {
        const rules = await host.rulesOf(uri);
        if (rules === state.rules) continue;
        state.rules = rules;
        host.changed(uri);
      }
    },
    async act(uri, article, what, selections) {
      const [state, read] = await Promise.all([open(uri, article.text), host.reader()]);
      const published = article.publication?.date;
      const changes = act(
        {
          ...viewOf(article, state.layer.kept, state.rules),
          annotator: state.annotator,
          time: host.now(),
          createId: host.createId,
          describe: (kind, span) =>
            describe(article, kind, span, read(slice(article.text, span), { published })),
        },
        what,
        selections,
      );
      change(uri, state, changes);
      return changes;
    },
    async revert(uri, changes, text) {
      const state = await open(uri, text);
      change(uri, state, reverse(state.layer, changes));
    },
    follow(uri, before, edit) {
      const state = states.get(uri);
      if (state) state.layer = followEdit(state.layer, before, edit);
    },
    async look(sideUri) {
      // Editors write one address in several ways; the last part tells whose file it may be.
      const name = fileNameOf(sideUri);
      for (const [uri, state] of states)
        if (state.sideUri && fileNameOf(state.sideUri) === name) await inTurn(uri, state, readLayer);
    },
    async write(uri) {
      if (uri !== undefined) await write(uri);
      else await Promise.all([...states.keys()].map(write));
    },
    async close(uri, text) {
      const state = states.get(uri);
      // What is in memory alone stays there as long as its article is open.
      if (state && state.sideUri === undefined && text === undefined) return;
      if (state && text !== undefined) state.text = text;
      if (state && text !== undefined && isUntitled(uri)) {
        waiting.delete(uri);
        states.delete(uri);
        handOver({ text, kept: state.layer.kept });
        if (state.sideUri !== undefined && state.layer.base !== '')
          await state.writing.then(() => host.files.change(state.sideUri as string, () => ''));
        return;
      }
      // An act may come while the file is written.
      do {
        waiting.delete(uri);
        await write(uri);
      } while (waiting.has(uri));
      states.delete(uri);
    },
  };
}

/** Whether neither a person nor a rule says anything of an article: no suggestions have to be made of it at every key. */
function isUnjudged({ layer, rules }: State): boolean {
  return layer.kept.length === 0 && rules.length === 0;
}

/** The URI of the side file of an article's URI; an empty annotator has the layer without a name. */
export function sideUriOf(uri: string, annotator: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return folder + encodeURIComponent(sideFileName(fileNameOf(uri), annotator));
}
