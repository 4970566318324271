// Makes marks in a side file, one write for each, as an annotator's editor does:
// node --import tsx test/support/sideFileWriter.ts FILE ANNOTATOR COUNT
import { type Kept, keep } from '../../server/annotations/kept.ts';
import { openSideFile } from '../../server/annotations/sideFile/open.ts';
import { parseSideFile } from '../../server/annotations/sideFile/parse.ts';
import { updateSideFile } from '../../server/annotations/sideFile/update.ts';
import { rewriteFile } from '../../server/sideFiles.ts';
import { WORDS } from './sideFileArticle.ts';

const [file, annotator, count] = process.argv.slice(2) as [string, string, string];
const article = { name: 'x.article', text: WORDS.join(' ') };
let base = '';
let kept: readonly Kept[] = [];
process.stdout.write('ready\n');
for (let i = 0; i < Number(count); i++) {
  const word = i % WORDS.length;
  const start = WORDS.slice(0, word).join(' ').length + (word === 0 ? 0 : 1);
  const made = keep({
    ...{ id: `${annotator} ${i}`, kind: 'person', start, end: start + (WORDS[word] as string).length },
    ...{ attributes: {}, parts: {}, verdict: 'added', annotator, created: '2026-01-02T03:04:05Z' },
  });
  base = await rewriteFile(
    file,
    (present) => updateSideFile(present, base, [...kept, made], article).content,
  );
  kept = openSideFile(parseSideFile(base), article.text);
  process.stdout.write(`${i}\n`);
}
