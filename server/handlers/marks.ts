import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Article } from '../analysis/types.ts';
import type { Act, Change } from '../annotations/acts/act.ts';
import { type Example, toExample } from '../annotations/acts/alike.ts';
import { findTargets, listTargets } from '../annotations/acts/target.ts';
import { findSuggestions } from '../annotations/suggestions.ts';
import { findChoices } from '../features/choices.ts';
import type { Subject } from '../features/subject.ts';
import { checkTimexValue } from '../features/timexValue.ts';
import type { OpenArticle } from '../library.ts';
import type { TextFiles } from '../marking/files.ts';
import { createMarking } from '../marking/marking.ts';
import { nextSuggestion } from '../marking/view.ts';
import { toActed, toMarks, toSpan } from '../protocol/marks.ts';
import { toRange } from '../protocol/ranges.ts';
import type { MarksChanged, Requests } from '../requests.ts';
import type { Session } from '../session.ts';
import { type Span, slice } from '../text/span.ts';
import { type Acts, createActs } from './acts.ts';
import { createFiles } from './files.ts';

/** Keeps the marks that people make, and answers what a client asks of them; gives the acts, for those over the folder. */
export function answerMarks(session: Session, onDisk: TextFiles | undefined): Acts {
  const { connection, documents, library, settingsOf } = session;
  const files = createFiles(session, onDisk);
  const marking = createMarking({
    files,
    textOf: (uri) => documents.get(uri)?.getText(),
    annotatorOf: async (uri) => (await settingsOf(uri)).annotator,
    reader: async () => (await library()).readAside,
    now: () => new Date().toISOString(),
    createId: () => `urn:uuid:${crypto.randomUUID()}`,
    failed: (uri, error) =>
      connection.window.showErrorMessage(`The marks of ${uri} could not be written: ${error}`),
    changed: (uri) => {
      session.tellMarks(uri);
      void connection.sendNotification('newsmark/marksChanged', {
        textDocument: { uri },
      } satisfies MarksChanged);
    },
  });
  const acts = createActs(session, files, marking);
  const { inArticle } = acts;

  session.onEdit(marking.follow);
  session.onFiles((changes) => {
    for (const { uri } of changes) if (uri.endsWith('.jsonl')) void marking.look(uri);
  });
  session.onSettings(() => {
    for (const { uri } of documents.all()) void marking.close(uri);
  });
  documents.onDidSave(({ document }) => void marking.write(document.uri));
  documents.onDidClose(async ({ document }) => {
    await marking.close(document.uri, document.getText());
    session.tellMarks(document.uri);
  });
  session.keepMarks(marking.keptOf);
  connection.onShutdown(() => marking.write());

  on('newsmark/marks', async ({ document, article }, { ranges }) => {
    const view = await marking.view(document.uri, article);
    return toMarks(
      document,
      view,
      ranges.map((range) => toSpan(document, range)),
    );
  });
  on('newsmark/act', async ({ document, article }, { act, selections, inFolder }) => {
    const spans = selections.map((range) => toSpan(document, range));
    const changes = await marking.act(document.uri, article, act, spans);
    const others = inFolder ? await actInFolder(document.uri, article, act, spans) : [];
    return toActed(document, { changes, ...acts.keep([[document.uri, changes], ...others]) });
  });
  on('newsmark/undoAct', (_, { number }) => acts.undo(number));
  on('newsmark/redoAct', (_, { number }) => acts.redo(number));
  on('newsmark/nextSuggestion', async ({ document, article }, { range, direction }) => {
    const view = await marking.view(document.uri, article);
    const next = nextSuggestion(view, toSpan(document, range), direction);
    return next ? toRange(document, next) : null;
  });
  on('newsmark/choices', async ({ document, article }, { range }) => {
    const view = await marking.view(document.uri, article);
    const [target] = findTargets(listTargets(view), toSpan(document, range));
    if (!target) return null;
    const { kind, attributes } = target;
    return { kind, attributes, words: slice(article.text, target), choices: findChoices(article, target) };
  });
  on('newsmark/nextArticle', async ({ document }) => {
    const folder = (await library()).folder();
    const uris = [...folder.uris()].sort();
    const from = uris.indexOf(document.uri) + 1;
    const others = [...uris.slice(from), ...uris.slice(0, from)].filter((uri) => uri !== document.uri);
    return others.find((uri) => folder.progressOf(uri)?.state !== 'done') ?? null;
  });
  on('newsmark/checkDate', async (_, { value }) => checkTimexValue(value) ?? null);

  /** Does what is done to some stretches of an article to all like them in the other articles of the folder. */
  async function actInFolder(
    from: string,
    article: Article,
    what: Act,
    spans: readonly Span[],
  ): Promise<readonly (readonly [string, readonly Change[]])[]> {
    if (what.kind !== 'accept alike' && what.kind !== 'reject alike') return [];
    const all = findSuggestions(article);
    const examples = spans
      .flatMap((span) => findTargets(all, span))
      .map((target) => toExample(article.text, target));
    const folder = (await library()).folder();
    const uris = new Set(examples.flatMap(toSubject).flatMap((subject) => folder.articlesOf(subject)));
    uris.delete(from);
    const done: (readonly [string, readonly Change[]])[] = [];
    for (const uri of uris)
      await inArticle(uri, async (other) => {
        const changes = await marking.act(uri, other, { kind: what.kind, examples }, []);
        done.push([uri, changes]);
      });
    return done;
  }

  return acts;

  function on<Method extends keyof Requests>(
    method: Method,
    answer: (open: OpenArticle, params: Requests[Method]['params']) => Promise<Requests[Method]['result']>,
  ): void {
    connection.onRequest(method, async (params: Requests[Method]['params']): Promise<unknown> => {
      const opened = (await library()).open(params.textDocument.uri);
      if (!opened)
        throw new ResponseError(ErrorCodes.InvalidParams, `${params.textDocument.uri} is not open.`);
      return answer(opened, params);
    });
  }
}

function toSubject({ kind, attributes: { entity, code, value } }: Example): readonly Subject[] {
  if (kind === 'person' && entity !== undefined) return [{ kind: 'person', name: entity }];
  if (kind === 'country' && code !== undefined) return [{ kind: 'country', code }];
  if (kind === 'date' && value !== undefined) return [{ kind: 'date', value }];
  return [];
}
