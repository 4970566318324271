import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AnnotatedText, Annotation } from '../../server/annotations/formats/annotation.ts';
import { applyLosses, exportText } from '../../server/annotations/formats/exportText.ts';
import type { Format } from '../../server/annotations/formats/format.ts';
import { FORMATS } from '../../server/annotations/formats/formats.ts';
import { importFiles } from '../../server/annotations/formats/importFiles.ts';
import { annotated } from '../support/annotated.ts';
import { anyText } from '../support/anyText.ts';
import { corpusNames, readGold } from '../support/corpus.ts';
import { toAnnotations } from '../support/goldAnnotations.ts';

/** The full run: `NEWSMARK_FORMAT_ARTICLES=1000`. */
const ARTICLES = Number(process.env.NEWSMARK_FORMAT_ARTICLES ?? 100);

for (const format of FORMATS)
  describe(`the format ${format.name}`, () => {
    it(`gives back the marks of ${ARTICLES} generated articles, but for what it names`, () => {
      fc.assert(
        fc.property(annotated, (article) => givesBack(format, article)),
        { numRuns: ARTICLES },
      );
    });

    it('gives back the marks of the corpus, but for what it names', () => {
      for (const name of corpusNames()) givesBack(format, toAnnotations(readGold(name)));
    });

    it('says where any text is not of the format, and reads nothing of it', () => {
      const file = fc.record({ name: fc.constant(`x${format.endings[0]}`), content: anyText });
      fc.assert(
        fc.property(file, (own) => {
          const read = importFiles(format, [own], () => 'Kim said no.');
          if (read.kind === 'refused') assert.ok(read.line > 0 && read.reason !== '');
          format.recognises(own);
        }),
      );
    });

    it('reads its own files when they are cut short or have a wrong letter, or says where they are wrong', () => {
      const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.boolean() });
      fc.assert(
        fc.property(annotated, damage, (article, { at, cut }) => {
          const exported = exportText(format, article);
          assert.equal(exported.kind, 'written');
          if (exported.kind !== 'written') return;
          const files = exported.files.map(({ name, content }) => {
            const place = Math.floor(at * content.length);
            return { name, content: content.slice(0, place) + (cut ? '' : `%${content.slice(place + 1)}`) };
          });
          const read = importFiles(format, files, () => article.text);
          if (read.kind === 'refused') assert.ok(read.line > 0 && read.file !== '' && read.reason !== '');
        }),
      );
    });
  });

function givesBack(format: Format, article: AnnotatedText): void {
  const exported = exportText(format, article);
  if (exported.kind === 'refused') assert.fail(exported.reason);
  const texts = (name: string): string | undefined =>
    article.name.startsWith(name) ? article.text : undefined;
  const read = importFiles(format, exported.files, texts);
  if (read.kind === 'refused') assert.fail(`line ${read.line}: ${read.reason}`);
  if (read.articles.length === 0 && applyLosses(article.marks, exported.losses).length === 0) return;
  assert.equal(read.articles.length, 1);
  const [again] = read.articles as [AnnotatedText];
  assert.equal(again.text, article.text);
  const expected = applyLosses(article.marks, exported.losses);
  assert.deepEqual(again.marks.map(toSaying).sort(), expected.map(toSaying).sort());
}

/** What a mark says, whoever numbered it. */
function toSaying({ id: _id, ...mark }: Annotation): string {
  return JSON.stringify(sort(mark));
}

function sort(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, own]) => [name, sort(own)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
