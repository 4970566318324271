import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../annotations/acts/act.ts';
import { type Deciding, decide, takeAgreed } from '../annotations/adjudication/decide.ts';
import { ADJUDICATED } from '../annotations/agreement/layer.ts';
import type { MarkedArticle } from '../annotations/sideFile/annotation.ts';
import { fileNameOf } from '../folder/indexing.ts';
import {
  type Adjudicated,
  changeSideFile,
  readAdjudicated,
  resolveConflict,
  revertSideFile,
} from '../marking/adjudicating.ts';
import type { TextFiles } from '../marking/files.ts';
import { turn } from '../marking/layer.ts';
import { toAdjudication } from '../protocol/adjudication.ts';
import { toSpan } from '../protocol/marks.ts';
import type { AdjudicationParams, DecideParams } from '../requests/layers.ts';
import type { Requests } from '../requests.ts';
import type { Session } from '../session.ts';

/** Lays layers beside each other and keeps what is decided, in a layer of its own, where every decision stands at once. */
export function answerAdjudication(session: Session, files: TextFiles): void {
  const { connection, documents, settingsOf } = session;
  const done: { readonly side: string; readonly changes: readonly Change[] }[] = [];

  const read = (document: TextDocument, { sides }: AdjudicationParams): Promise<Adjudicated> =>
    readAdjudicated(document.uri, document.getText(), sides, files);

  on('newsmark/adjudication', async (document, params) =>
    toAdjudication(document, await read(document, params)),
  );
  on('newsmark/decide', async (document, params) => {
    const adjudicated = await read(document, params);
    const deciding = await toDeciding(document.uri, adjudicated);
    const made = toChanges(document, adjudicated, deciding, params);
    if (made.length === 0) return null;
    const side = adjudicated.result;
    const changes = await changeSideFile(side, articleOf(document), files, () => made);
    return done.push({ side, changes }) - 1;
  });
  on('newsmark/undoDecision', (document, { number }) => revert(document, number, (changes) => changes));
  on('newsmark/redoDecision', (document, { number }) => revert(document, number, turn));
  on('newsmark/resolveConflict', async (document, params) => {
    const adjudicated = await read(document, params);
    return (await resolveConflict(adjudicated, articleOf(document), files)) ? adjudicated.result : null;
  });

  /** What was taken from one side of a merge stays the mark that it was: the next merge knows it. */
  async function toDeciding(uri: string, { conflict, points }: Adjudicated): Promise<Deciding> {
    const annotator = (await settingsOf(uri)).annotator || ADJUDICATED;
    const used = new Set(points.flatMap(({ taken }) => taken.map(({ mark }) => mark.id)));
    return {
      annotator,
      time: new Date().toISOString(),
      createId(taken) {
        const id =
          taken && conflict !== undefined && !used.has(taken.id)
            ? taken.id
            : `urn:uuid:${crypto.randomUUID()}`;
        used.add(id);
        return id;
      },
    };
  }

  async function revert(
    document: TextDocument,
    number: number,
    way: (changes: readonly Change[]) => readonly Change[],
  ): Promise<boolean> {
    const one = done[number];
    if (one) await revertSideFile(one.side, articleOf(document), files, way(one.changes));
    return one !== undefined;
  }

  function on<Method extends keyof Requests>(
    method: Method,
    answer: (
      document: TextDocument,
      params: Requests[Method]['params'],
    ) => Promise<Requests[Method]['result']>,
  ): void {
    connection.onRequest(method, async (params: Requests[Method]['params']): Promise<unknown> => {
      const document = documents.get(params.textDocument.uri);
      if (!document)
        throw new ResponseError(ErrorCodes.InvalidParams, `${params.textDocument.uri} is not open.`);
      return answer(document, params);
    });
  }
}

function toChanges(
  document: TextDocument,
  { points }: Adjudicated,
  deciding: Deciding,
  { point: id, decision }: DecideParams,
): readonly Change[] {
  if (decision.kind === 'agreed') return takeAgreed(deciding, points);
  const point = points.find((each) => each.id === id);
  if (!point) return [];
  if (decision.kind !== 'new') return decide(deciding, point, decision);
  const { as, attributes, range } = decision;
  return decide(deciding, point, { kind: 'new', as, attributes, span: toSpan(document, range) });
}

function articleOf(document: TextDocument): MarkedArticle {
  return { name: fileNameOf(document.uri), text: document.getText() };
}
