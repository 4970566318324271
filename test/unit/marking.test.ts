import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LexiconRule } from '../../server/annotations/lexicon/rules.ts';
import { createMarking, type Marking } from '../../server/marking/marking.ts';
import { readArticle } from '../support/reader.ts';

const TEXT = 'Elena Duarte came. Rui Lopes left.';
const UNTITLED = 'untitled:Untitled-1';

/** Marking over files in memory, by their URIs. */
function open(files: Map<string, string>, rules: readonly LexiconRule[] = [], storage?: string): Marking {
  let ids = files.size * 100;
  return createMarking({
    files: {
      read: async (uri) => files.get(uri),
      async change(uri, change) {
        const text = change(files.get(uri) ?? '') ?? files.get(uri) ?? '';
        files.set(uri, text);
        return text;
      },
      list: async () => [...files.keys()],
    },
    textOf: () => TEXT,
    annotatorOf: async () => '',
    rulesOf: async () => rules,
    storage: () => storage,
    reader: async () => readArticle,
    now: () => '2024-01-01T00:00:00Z',
    createId: () => `urn:test:${ids++}`,
    failed(_, error) {
      throw error;
    },
    changed: () => {},
  });
}

describe('marking', () => {
  const article = readArticle(TEXT);
  const accept = { kind: 'accept' } as const;

  it('writes nothing where nothing is judged', async () => {
    const files = new Map<string, string>();
    const marking = open(files);
    await marking.ready('file:///a/x.article');
    assert.equal(marking.judged('file:///a/x.article', article), article);
    await marking.close('file:///a/x.article', TEXT);
    assert.deepEqual([...files.keys()], []);
  });

  it('keeps the marks of an article without a file over a restart, and hands them to its file', async () => {
    const files = new Map<string, string>();
    const first = open(files, [], 'file:///storage');
    await first.act(UNTITLED, article, accept, [{ start: 0, end: 12 }]);
    await first.write();
    const second = open(files, [], 'file:///storage');
    assert.equal((await second.view(UNTITLED, article)).progress.verdicts.accepted, 1);
    await second.close(UNTITLED, TEXT);
    assert.equal((await second.view('file:///a/x.article', article)).progress.verdicts.accepted, 1);
    await second.write();
    assert.match(files.get('file:///a/x.article.marks.jsonl') ?? '', /Elena Duarte/u);
    const third = open(files, [], 'file:///storage');
    assert.equal((await third.view(UNTITLED, article)).kept.length, 0, 'another article may be called so');
  });

  it('holds the marks of an article without a file as long as it is open, also when settings change', async () => {
    const marking = open(new Map());
    await marking.act(UNTITLED, article, accept, [{ start: 0, end: 12 }]);
    await marking.close(UNTITLED);
    assert.equal((await marking.view(UNTITLED, article)).kept.length, 1);
  });

  it('does not hand the marks of an article without a file to another text', async () => {
    const marking = open(new Map());
    await marking.act(UNTITLED, article, accept, [{ start: 0, end: 12 }]);
    await marking.close(UNTITLED, 'Somebody else came.');
    assert.equal((await marking.view('file:///a/x.article', article)).kept.length, 0);
  });

  it('lets a person judge what a rule has added or withheld', async () => {
    const rules: readonly LexiconRule[] = [
      { verdict: 'never', kind: 'person', words: 'Rui Lopes', attributes: {}, line: 1 },
    ];
    const marking = open(new Map(), rules);
    const uri = 'file:///a/x.article';
    const before = await marking.view(uri, article);
    assert.deepEqual(
      before.withheld.map(({ rule }) => rule.line),
      [1],
    );
    assert.equal(marking.judged(uri, article).people.length, 1);
    await marking.act(uri, article, { kind: 'mark', as: 'person' }, [{ start: 19, end: 28 }]);
    const after = await marking.view(uri, article);
    assert.deepEqual([after.withheld.length, after.kept.map(({ mark }) => mark.verdict)], [0, ['added']]);
    assert.equal(marking.judged(uri, article).people.length, 2);
    assert.ok(!('rule' in (after.kept[0]?.mark ?? {})));
  });
});
