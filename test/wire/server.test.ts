import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  type FullDocumentDiagnosticReport,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import type { Requests } from '../../server/requests.ts';
import { startWire, until, type Wire } from '../support/wire.ts';

const ARTICLE = `Kenya signs a treaty with Peru

NAIROBI, March 4, 2019 — President Amina Odhiambo of Kenya signed a treaty with Peru on Monday.

“We waited for ten years,” Ms. Odhiambo said. “It was worth it.”

On February 30 Peru will answer. The text has a bad chara\ufffdter.
`;

describe('a server at the end of a pipe', () => {
  let wire: Wire;
  before(async () => {
    wire = await startWire({
      configuration: (uri) => (uri?.includes('quiet') ? { problems: { 'odd-characters': 'off' } } : {}),
      initializationOptions: { documentation: { 'impossible-date': 'file:///readme.md#L7' } },
    });
  });
  after(async () => assert.equal(await wire.close(), 0));

  async function diagnose(uri: string): Promise<FullDocumentDiagnosticReport> {
    const report = await wire.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    assert.equal(report.kind, 'full');
    return report as FullDocumentDiagnosticReport;
  }

  async function codes(uri: string): Promise<readonly unknown[]> {
    return (await diagnose(uri)).items.map(({ code }) => code);
  }

  test('says what it can do', () => {
    const { capabilities } = wire.initialized;
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.semanticTokensProvider?.legend.tokenTypes, ['person', 'country', 'date']);
  });

  test('finds problems, each with a code and an address', async () => {
    await wire.open('file:///a/treaty.article', ARTICLE);
    const { items } = await diagnose('file:///a/treaty.article');
    const day = items.find(({ code }) => code === 'impossible-date');
    assert.deepEqual(day?.range, { start: { line: 6, character: 3 }, end: { line: 6, character: 14 } });
    assert.equal(day?.codeDescription?.href, 'file:///readme.md#L7');
    const odd = items.find(({ code }) => code === 'odd-characters');
    assert.equal(odd?.codeDescription, undefined, 'no address was given for it');
  });

  test('takes its settings for each resource', async () => {
    await wire.open('file:///quiet/treaty.article', ARTICLE);
    assert.ok(!(await codes('file:///quiet/treaty.article')).includes('odd-characters'));
  });

  test('follows an edit', async () => {
    const uri = 'file:///a/edited.article';
    await wire.open(uri, ARTICLE);
    const range = { start: { line: 6, character: 12 }, end: { line: 6, character: 14 } };
    await wire.change(uri, 2, { range, text: '28' });
    assert.ok(!(await codes(uri)).includes('impossible-date'));
  });

  for (const [what, text] of [
    ['an empty file', ''],
    ['a file of line ends', '\r\n\r\n\r\r\n'],
    ['half a character', `One ${'\ud83d'} two.\r\nThree ${'\ude00'} four.`],
    ['a byte order mark', '\ufeff---\r\npublished: 2019-03-04\r\n---\r\nPeru said so on Monday.'],
    ['one long line', 'the president of peru said on monday that '.repeat(3000)],
  ] as const)
    test(`answers about ${what}`, async () => {
      const uri = `file:///odd/${encodeURIComponent(what)}.article`;
      await wire.open(uri, text);
      await diagnose(uri);
      const textDocument = { uri };
      const position = { line: 0, character: 5 };
      const { connection } = wire;
      await connection.sendRequest(HoverRequest.type, { textDocument, position });
      await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      await connection.sendRequest('newsmark/quotations', { textDocument });
    });

  test('says of a binary file that it is none, and no more', async () => {
    const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256));
    await wire.open('file:///odd/binary.article', bytes.toString('utf8'));
    assert.deepEqual(await codes('file:///odd/binary.article'), ['not-text']);
  });

  test('reads the head of a very long file and says so', async () => {
    const uri = 'file:///odd/long.article';
    const line = 'Peru and Kenya signed a treaty and nobody in either of the two states was against it.\n';
    await wire.open(uri, line.repeat(Math.ceil(20_000_000 / line.length)));
    assert.ok((await codes(uri)).includes('too-long'));
  });

  test('says what stands in an article at a glance', async () => {
    const uri = 'file:///a/glance-2019-03-04.article';
    await wire.open(uri, ARTICLE);
    const summary: Requests['newsmark/summary']['result'] = await wire.connection.sendRequest(
      'newsmark/summary',
      {
        textDocument: { uri },
      },
    );
    assert.equal(typeof summary.people, 'number');
  });

  test('writes the publication date into the front matter', async () => {
    const uri = 'file:///a/date.article';
    await wire.open(uri, 'Peru signs.\r\n');
    const edit: unknown = await wire.connection.sendRequest('newsmark/publicationDateEdit', {
      textDocument: { uri },
      date: '2019-03-04',
    });
    const start = { line: 0, character: 0 };
    assert.deepEqual(edit, {
      range: { start, end: start },
      newText: '---\r\npublished: 2019-03-04\r\n---\r\n\r\n',
    });
  });

  test('refuses what is not open', async () => {
    const asked = wire.connection.sendRequest('newsmark/summary', {
      textDocument: { uri: 'file:///none.article' },
    });
    await assert.rejects(asked, /not open/);
  });
});

test('sends problems to a client that cannot ask for them', async () => {
  const wire = await startWire({ capabilities: {} });
  const uri = 'file:///a/pushed.article';
  await wire.open(uri, ARTICLE);
  await until(() => (wire.pushed.get(uri) ?? []).some(({ code }) => code === 'impossible-date'));
  const range = { start: { line: 6, character: 12 }, end: { line: 6, character: 14 } };
  await wire.change(uri, 2, { range, text: '28' });
  await until(() => !(wire.pushed.get(uri) ?? []).some(({ code }) => code === 'impossible-date'));
  assert.equal(await wire.close(), 0);
});
