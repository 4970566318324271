import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createReader } from '../../server/analysis/article.ts';
import { codeLenses, resolveLens } from '../../server/features/codeLenses.ts';
import { fixesOf } from '../../server/features/fixes/fixes.ts';
import { folds } from '../../server/features/folding.ts';
import { highlights } from '../../server/features/highlights.ts';
import { hover } from '../../server/features/hover.ts';
import { inlayHints } from '../../server/features/inlayHints.ts';
import { documentLinks } from '../../server/features/links.ts';
import { type OutlineNode, outline } from '../../server/features/outline.ts';
import { findProblems } from '../../server/features/problems/problems.ts';
import { rename } from '../../server/features/rename.ts';
import { selectionSpans } from '../../server/features/selection.ts';
import { colouredSpans } from '../../server/features/tokens.ts';
import type { Span } from '../../server/text/span.ts';
import { anyEdit, anyText, applyEdit, newsText } from '../support/anyText.ts';
import { model } from '../support/model.ts';
import { readArticle } from '../support/reader.ts';

const RUNS = Number(process.env.NEWSMARK_RUNS ?? 200);
const anyNewsText = fc.oneof(anyText, newsText(10, 200));

describe('the features', () => {
  it('stay inside of any text', () => {
    fc.assert(
      fc.property(anyNewsText, fc.nat(), (text, place) => {
        const article = readArticle(text);
        const offset = place % (text.length + 1);
        const inside = ({ start, end }: Span): void => {
          assert.ok(0 <= start && start <= end && end <= text.length, `${start} ${end} of ${text.length}`);
        };
        const visit = (node: OutlineNode): void => {
          inside(node);
          assert.ok(node.start <= node.selection.start && node.selection.end <= node.end);
          node.children.forEach(visit);
        };
        outline(article).forEach(visit);
        for (const found of hover(article, offset)) {
          inside(found.span);
          found.links.forEach(({ span }) => {
            inside(span);
          });
        }
        highlights(article, offset).forEach(inside);
        folds(article).forEach(inside);
        documentLinks(article).forEach(({ span }) => {
          inside(span);
        });
        for (const lens of codeLenses(article)) assert.notEqual(resolveLens(article, lens).title, '');
        for (const { span } of rename(article, offset, 'Ada Obi')) inside(span);
        const whole = { start: 0, end: text.length };
        for (const hint of inlayHints(article, whole, { name: true, date: true, speaker: true }))
          inside({ start: hint.offset, end: hint.offset });
        for (const problem of findProblems(article)) {
          inside(problem);
          for (const { replacements } of fixesOf(article, problem, () => []))
            for (const { span } of replacements) inside(span);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('select wider and wider, and colour no place twice', () => {
    fc.assert(
      fc.property(anyNewsText, fc.nat(), (text, place) => {
        const article = readArticle(text);
        let last: Span | undefined;
        for (const span of selectionSpans(article, place % (text.length + 1))) {
          if (last) assert.ok(span.start <= last.start && last.end <= span.end);
          if (last) assert.ok(last.end - last.start < span.end - span.start);
          last = span;
        }
        let end = 0;
        for (const coloured of colouredSpans(article)) {
          assert.ok(end <= coloured.start && coloured.start < coloured.end);
          assert.doesNotMatch(text.slice(coloured.start, coloured.end), /[\r\n]/u);
          end = coloured.end;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('find after any edits the problems of a fresh reading', () => {
    fc.assert(
      fc.property(newsText(10, 200), fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const read = createReader(model);
        let edited = text;
        for (const edit of edits) {
          findProblems(read(edited));
          edited = applyEdit(edited, edit);
        }
        assert.deepEqual(findProblems(read(edited)), findProblems(createReader(model)(edited)));
      }),
      { numRuns: RUNS / 4 },
    );
  });
});
