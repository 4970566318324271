import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Article } from '../analysis/types.ts';
import type { Act, Change } from '../annotations/acts/act.ts';
import { type Example, toExample } from '../annotations/acts/alike.ts';
import { findTargets, listTargets } from '../annotations/acts/target.ts';
import { printRule } from '../annotations/lexicon/rules.ts';
import { findChoices } from '../features/choices.ts';
import type { Subject } from '../features/subject.ts';
import { checkTimexValue } from '../features/timexValue.ts';
import type { OpenArticle } from '../library.ts';
import type { TextFiles } from '../marking/files.ts';
import { createMarking } from '../marking/marking.ts';
import type { Schemes } from '../marking/schemes.ts';
import { nextSuggestion } from '../marking/view.ts';
import { toActed, toMarks, toSpan } from '../protocol/marks.ts';
import { toRange } from '../protocol/ranges.ts';
import type { MarksChanged } from '../requests/marks.ts';
import type { Requests } from '../requests.ts';
import type { Session } from '../session.ts';
import { type Span, slice } from '../text/span.ts';
import { type Acts, createActs } from './acts.ts';
import type { FolderEvents } from './folder.ts';
import { followLexicons } from './lexicons.ts';
import { refreshAfterMarks } from './refreshing.ts';
import { teachFolder } from './teaching.ts';

/** Keeps the marks that people make, and answers what a client asks of them; gives the acts, for those over the folder. */
export function answerMarks(
  session: Session,
  events: FolderEvents,
  files: TextFiles,
  schemes: Schemes,
): Acts {
  const { connection, documents, library, settingsOf, client } = session;
  const lexicons = followLexicons(session, events, files, schemes);
  session.onRules(() => void marking.lookAtRules());
  const marking = createMarking({
    files,
    textOf: (uri) => documents.get(uri)?.getText(),
    annotatorOf: async (uri) => (await settingsOf(uri)).annotator,
    rulesOf: lexicons.rulesOf,
    reader: async () => (await library()).readAside,
    storage: () => client().storage,
    now: () => new Date().toISOString(),
    createId: () => `urn:uuid:${crypto.randomUUID()}`,
    failed: (uri, error) =>
      connection.window.showErrorMessage(`The marks of ${uri} could not be written: ${error}`),
    changed: tellChanged,
  });
  const acts = createActs(session, files, marking, lexicons);
  const { inArticle } = acts;

  session.onEdit(marking.follow);
  session.onFiles((changes) => {
    for (const { uri } of changes) if (uri.endsWith('.jsonl')) void marking.look(uri);
  });
  // Another annotator has other marks, and rules may hold or not.
  session.onSettings(async () => {
    const open = documents.all().map(({ uri }) => uri);
    await Promise.all(open.map((uri) => marking.close(uri)));
    for (const uri of open) tellChanged(uri);
    session.tellRules();
  });
  documents.onDidSave(({ document }) => void marking.write(document.uri));
  documents.onDidClose(async ({ document }) => {
    await marking.close(document.uri, document.getText());
    session.tellMarks(document.uri);
  });
  session.judgeBy({ ...marking, rulesOf: lexicons.rulesOf });
  refreshAfterMarks(session);
  connection.onShutdown(() => marking.write());

  on('newsmark/marks', async ({ document, found }, { ranges }) => {
    const view = await marking.view(document.uri, found);
    return toMarks(
      document,
      view,
      ranges.map((range) => toSpan(document, range)),
    );
  });
  on('newsmark/act', async ({ document, found }, { act, selections, inFolder, teach }) => {
    const { uri } = document;
    const spans = selections.map((range) => toSpan(document, range));
    const examples = inFolder ? await findExamples(uri, found, spans) : [];
    const changes = await marking.act(uri, found, act, spans);
    const others = await actInFolder(uri, act, examples);
    const asked = teach ? spans : undefined;
    const taught = await teachFolder(session, marking, lexicons, { uri, found, changes, asked });
    const rules = taught?.rules.map(printRule) ?? [];
    return toActed(document, { changes, rules, ...acts.keep([[uri, changes], ...others], taught) });
  });
  on('newsmark/undoAct', (_, { number }) => acts.undo(number));
  on('newsmark/redoAct', (_, { number }) => acts.redo(number));
  on('newsmark/nextSuggestion', async ({ document, found }, { range, direction }) => {
    const view = await marking.view(document.uri, found);
    const next = nextSuggestion(view, toSpan(document, range), direction);
    return next ? toRange(document, next) : null;
  });
  on('newsmark/choices', async ({ document, found, article }, { range }) => {
    const view = await marking.view(document.uri, found);
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

  async function findExamples(
    uri: string,
    article: Article,
    spans: readonly Span[],
  ): Promise<readonly Example[]> {
    const all = listTargets(await marking.view(uri, article));
    return spans.flatMap((span) => findTargets(all, span)).map((target) => toExample(article.text, target));
  }

  /** Does what is done to the examples to all like them in the other articles of the folder. */
  async function actInFolder(
    from: string,
    what: Act,
    examples: readonly Example[],
  ): Promise<readonly (readonly [string, readonly Change[]])[]> {
    if (what.kind !== 'accept alike' && what.kind !== 'reject alike') return [];
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

  function tellChanged(uri: string): void {
    session.tellMarks(uri);
    void connection.sendNotification('newsmark/marksChanged', {
      textDocument: { uri },
    } satisfies MarksChanged);
  }

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
