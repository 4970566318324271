import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../support/reader.ts';

function publicationOf(
  text: string,
  known: { published?: string; fileName?: string } = {},
): string | undefined {
  const { publication } = readArticle(text, known);
  return publication && `${publication.date} ${publication.source}`;
}

const NEWS = 'The minister resigned on Friday after talks in the capital.';

describe('the publication date', () => {
  it('is the one given, else that of the front matter, of the file, of the dateline', () => {
    const text = `---\ntitle: A minister goes\npublished: 4 April 2019\n---\nMonday, April 1, 2019\n\n${NEWS}`;
    assert.equal(
      publicationOf(text, { published: '2019-04-05', fileName: '2019-04-03.txt' }),
      '2019-04-05 argument',
    );
    assert.equal(publicationOf(text, { fileName: '2019-04-03.txt' }), '2019-04-04 front matter');
    assert.equal(publicationOf(NEWS, { fileName: 'news_2019-04-03_lima.txt' }), '2019-04-03 file name');
    assert.equal(publicationOf(`Monday, April 1, 2019\n\n${NEWS}`), '2019-04-01 dateline');
    assert.equal(publicationOf(`LIMA, April 1, 2019 — ${NEWS}`), '2019-04-01 dateline');
  });
  it('is unknown where nothing gives it in full', () => {
    assert.equal(publicationOf(NEWS), undefined);
    assert.equal(publicationOf(`He was born on April 1, 1950, in Lima. ${NEWS}`), undefined);
    assert.equal(publicationOf(NEWS, { published: '2019-02-30', fileName: 'a1234567890.txt' }), undefined);
    assert.equal(publicationOf(NEWS, { published: 'soon' }), undefined);
  });
  it('passes over a front matter that gives no day', () => {
    assert.equal(
      publicationOf(`---\npublished: soon\n---\n${NEWS}`, { fileName: '20190403.txt' }),
      '2019-04-03 file name',
    );
  });
});
