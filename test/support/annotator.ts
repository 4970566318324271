import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver/node';
import type { Act } from '../../server/annotations/acts/act.ts';
import type { Acted, ActParams, ShownMark } from '../../server/requests/marks.ts';
import type { Requests } from '../../server/requests.ts';
import { startWire, VSCODE, type Wire, type WireOptions } from './wire.ts';

/** An annotator at a server, in a folder of its own that goes with it. */
export interface Annotator {
  readonly wire: Wire;
  /** URI of a file of the folder. */
  uriOf(name: string): string;
  ask<Method extends keyof Requests>(
    method: Method,
    uri: string,
    more: Omit<Requests[Method]['params'], 'textDocument'>,
  ): Promise<Requests[Method]['result']>;
  /** Does an act at the first place of some words of an open article. */
  act(uri: string, text: string, words: string, act: Act, more?: Partial<ActParams>): Promise<Acted>;
  /** The marks of an article and what is open in it, as `state kind: value`. */
  shown(uri: string): Promise<readonly string[]>;
  /** The text of a file of the folder; empty where it is missing. */
  read(uri: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a server over an empty folder. */
export async function startAnnotator(options: WireOptions = {}): Promise<Annotator> {
  const root = await mkdtemp(path.join(tmpdir(), 'newsmark-marks-'));
  const wire = await startWire({
    folders: [{ uri: pathToFileURL(root).href, name: 'articles' }],
    capabilities: { ...VSCODE, window: {} },
    ...options,
  });
  const ask: Annotator['ask'] = (method, uri, more) =>
    wire.connection.sendRequest(method, { textDocument: { uri }, ...more });
  return {
    wire,
    uriOf: (name) => pathToFileURL(path.join(root, name)).href,
    ask,
    act: (uri, text, words, act, more = {}) =>
      ask('newsmark/act', uri, { act, selections: [rangeIn(text, words)], ...more }),
    async shown(uri) {
      const { marks } = await ask('newsmark/marks', uri, { ranges: [EVERYTHING] });
      return marks.map(inWords);
    },
    read: (uri) => readFile(fileURLToPath(uri), 'utf8').catch(() => ''),
    async close() {
      const code = await wire.close();
      await rm(root, { recursive: true, force: true });
      if (code !== 0) throw new Error(`the server has ended with ${code}`);
    },
  };
}

/** The first place of some words. */
export function rangeIn(text: string, words: string): Range {
  const offset = text.indexOf(words);
  if (offset < 0) throw new Error(`${words} is not in the text`);
  const toPosition = (until: number) => {
    const lines = text.slice(0, until).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: toPosition(offset), end: toPosition(offset + words.length) };
}

/** Asks until the answer is as expected; throws with the last one after ten seconds. */
export async function settles<Answer>(ask: () => Promise<Answer>, expected: Answer): Promise<void> {
  const wanted = JSON.stringify(expected);
  for (let waited = 0; ; waited += 50) {
    const answer = JSON.stringify(await ask());
    if (answer === wanted) return;
    if (10_000 < waited) throw new Error(`still ${answer}, not ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

function inWords({ state, unsure, kind, value, rule }: ShownMark): string {
  return `${state}${unsure ? '?' : ''} ${kind}: ${value}${rule === undefined ? '' : ` (${rule})`}`;
}
