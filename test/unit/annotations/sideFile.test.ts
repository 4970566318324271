import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keep } from '../../../server/annotations/kept.ts';
import type { Mark } from '../../../server/annotations/mark.ts';
import { readSideFileName, sideFileName } from '../../../server/annotations/sideFile/name.ts';
import { openSideFile } from '../../../server/annotations/sideFile/open.ts';
import { parseSideFile } from '../../../server/annotations/sideFile/parse.ts';
import { printSideFile } from '../../../server/annotations/sideFile/print.ts';

const text = '“We won 😀,” Ada Obi said on Monday. Then Obi left.\n';
const name = 'match.article';

function mark(words: string, rest: Partial<Mark> = {}): Mark {
  const start = text.indexOf(words);
  return {
    ...{ id: `urn:x:${words}`, kind: 'person', start, end: start + words.length, attributes: {}, parts: {} },
    ...{ verdict: 'accepted', annotator: 'anna', created: '2026-01-02T03:04:05Z' },
    ...rest,
  };
}

const marks: readonly Mark[] = [
  mark('“We won 😀,”', {
    kind: 'quote',
    attributes: { quotation: 'direct', entity: 'Ada Obi' },
    parts: { speaker: mark('Ada Obi'), cue: mark('said') },
    note: 'said "live"\non air',
  }),
  mark('Ada Obi', { attributes: { entity: 'Ada Obi' }, modified: '2026-01-03T00:00:00Z', unsure: true }),
  mark('Monday', { kind: 'date', verdict: 'rejected' }),
].map((one) => ({
  ...one,
  parts: Object.fromEntries(
    Object.entries(one.parts).map(([role, { start, end }]) => [role, { start, end }]),
  ),
}));

const printed = printSideFile(marks.map(keep), { name, text });

describe('the side file', () => {
  it('gives back the marks it was given', () => {
    const file = parseSideFile(printed);
    assert.deepEqual(file.problems, []);
    assert.deepEqual(
      openSideFile(file, text).map(({ mark }) => mark),
      marks,
    );
    assert.deepEqual(
      openSideFile(file, text).map(({ anchor }) => anchor.state),
      ['same', 'same', 'same'],
    );
  });

  it('holds one mark to a line, after one line that says what the file is', () => {
    const lines = printed.split('\n');
    assert.equal(lines.length, marks.length + 2);
    assert.equal(JSON.parse(lines[0] as string)['newsmark:version'], 1);
    assert.equal(lines.at(-1), '');
  });

  it('follows the data model of W3C, which counts code points', () => {
    const { target, type, body } = JSON.parse(printed.split('\n')[2] as string);
    assert.equal(type, 'Annotation');
    assert.deepEqual(body[0], { type: 'TextualBody', purpose: 'classifying', value: 'person' });
    assert.deepEqual(target, {
      source: name,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'Ada Obi',
          prefix: '“We won 😀,” ',
          suffix: ' said on Monday. Then Obi left.\n',
        },
        { type: 'TextPositionSelector', start: 12, end: 19 },
      ],
    });
  });

  it('is written the same again', () => {
    const file = parseSideFile(printed);
    assert.equal(printSideFile(openSideFile(file, text), { name, text }, file), printed);
  });

  it('finds its marks when the line ends of the article have become others', () => {
    const own = 'One.\nTwo, and\nthree.\n';
    const three = { ...mark('Ada Obi'), start: 5, end: 19 };
    for (const [before, after] of [
      [own, own.replaceAll('\n', '\r\n')],
      [own.replaceAll('\n', '\r\n'), own],
    ] as const) {
      const start = before.indexOf('Two');
      const side = printSideFile([keep({ ...three, start, end: before.indexOf('three') + 5 })], {
        name,
        text: before,
      });
      const [kept] = openSideFile(parseSideFile(side), after);
      assert.match(after.slice(kept?.mark.start, kept?.mark.end), /^Two, and\r?\nthree$/u);
      assert.equal(kept?.anchor.state, 'moved');
    }
  });

  it('finds marks that part a line end in two', () => {
    const half = (start: number): Mark => ({ ...mark('Ada Obi'), id: `${start}`, start, end: start + 1 });
    const halves = [half(0), half(1)];
    const side = printSideFile(halves.map(keep), { name, text: '\r\n ' });
    const found = openSideFile(parseSideFile(side), '\r\n ').map(({ mark }) => mark);
    assert.deepEqual(found, halves);
  });

  it('keeps what it does not know', () => {
    const lines = printed.split('\n').map((line, i) => {
      if (i !== 2) return line;
      const raw = JSON.parse(line);
      return JSON.stringify({
        stylesheet: 'x',
        ...raw,
        body: [...raw.body, 'urn:tag', { purpose: 'tagging', value: 'y' }],
      });
    });
    const strange = [...lines.slice(0, 2), '{"later": 1}', lines[2], '  not json', ...lines.slice(3)].join(
      '\n',
    );
    const file = parseSideFile(strange);
    assert.deepEqual(
      file.problems.map(({ line }) => line),
      [3, 5],
    );
    const [, ...kept] = openSideFile(file, text);
    const changed = kept.map((one) => ({ ...one, mark: { ...one.mark, note: 'new' } }));
    const after = printSideFile(changed, { name, text }, file).split('\n');
    assert.deepEqual(after.slice(-3), ['{"later": 1}', '  not json', '']);
    const raw = JSON.parse(after[1] as string);
    assert.equal(raw.stylesheet, 'x');
    assert.deepEqual(raw.body.slice(1), [
      { type: 'TextualBody', purpose: 'commenting', value: 'new' },
      'urn:tag',
      { purpose: 'tagging', value: 'y' },
    ]);
  });

  it('leaves lines alone that say nothing new, however they are written', () => {
    const spaced = printed.replaceAll('","', '",  "');
    const file = parseSideFile(spaced);
    assert.deepEqual(
      printSideFile(openSideFile(file, text), { name, text }, file).split('\n').slice(1),
      spaced.split('\n').slice(1),
    );
  });

  it('takes the last judgement where a merge has left several', () => {
    const [head, first, second, ...rest] = printed.split('\n') as [string, string, string];
    const later = second.replace('"accepted"', '"rejected"').replace('2026-01-03', '2026-01-04');
    const file = parseSideFile(
      ['<<<<<<< ours', head, first, later, '=======', second, '>>>>>>> theirs', ...rest].join('\n'),
    );
    assert.equal(file.problems.length, 3);
    assert.deepEqual(
      openSideFile(file, text).map(({ mark }) => mark.verdict),
      ['accepted', 'rejected', 'rejected'],
    );
  });

  it('says when a later version has written it', () => {
    const file = parseSideFile(printed.replace('"newsmark:version":1', '"newsmark:version":2'));
    assert.equal(file.newer, true);
    assert.match(file.problems[0]?.reason ?? '', /later version \(2\)/u);
  });

  for (const odd of ['', '\n\n', '\ufeff', '[]', '{"newsmark:version":"x"}', '{}', 'null', '\ud800'])
    it(`reads ${JSON.stringify(odd)}`, () => {
      assert.deepEqual(openSideFile(parseSideFile(odd), text), []);
    });
});

describe('the name of a side file', () => {
  const isArticle = (file: string): boolean => /\.(?:article|news)$/u.test(file);
  for (const annotator of ['', 'anna', 'Jüri O’Neill', 'a.b', 'anna/../x', 'article'])
    it(`holds the annotator ${annotator}`, () => {
      const own = sideFileName('x.y.article', annotator);
      assert.doesNotMatch(own, /\//u);
      assert.deepEqual(readSideFileName(own, isArticle), { article: 'x.y.article', annotator });
    });

  it('is told from other files', () => {
    assert.equal(readSideFileName('x.article', isArticle), undefined);
    assert.equal(readSideFileName('x.txt.marks.jsonl', isArticle), undefined);
  });
});
