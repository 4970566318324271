import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = path.join(import.meta.dirname, '../..');
const grammarFile = path.join(root, 'syntaxes/news-article.tmLanguage.json');
const wasm = readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(wasm).then(() => oniguruma),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile),
});

const LONG =
  'The river had risen for three days before the first families left their houses for the school on the hill';

test('front matter is keys and values between its lines', async () => {
  const lines = ['---', 'title: Water rises', 'published: 2021-05-06', '---', 'Water rises'];
  await check(lines, 'meta.front-matter', ['---', 'title: Water rises', 'published: 2021-05-06', '---']);
  await check(lines, 'variable.other.key', ['title', 'published']);
  await check(lines, 'markup.heading.headline', ['Water rises']);
});

test('headline, standfirst, byline and dateline stand above the prose', async () => {
  const lines = [
    'Water rises in the delta',
    'Thousands leave their homes',
    'By Amina Yusuf',
    '',
    `LAGOS, Nigeria (AP) — ${LONG}.`,
    `${LONG}.`,
  ];
  await check(lines, 'markup.heading.headline', ['Water rises in the delta']);
  await check(lines, 'markup.italic.standfirst', ['Thousands leave their homes']);
  await check(lines, 'markup.italic.author', ['Amina Yusuf']);
  await check(lines, 'markup.bold.dateline', ['LAGOS, Nigeria ']);
  await check(lines, 'markup.italic.agency', ['(AP)']);
});

test('scraped text and prose have no headline', async () => {
  await check([`${LONG} `.repeat(3).toLowerCase()], 'markup.heading', []);
  await check([`${LONG}.`, `“${LONG},” she said.`], 'markup.heading', []);
});

test('section lines and lines that point elsewhere stand apart', async () => {
  const lines = [`${LONG}.`, '', 'What happens next', `${LONG}.`, 'Read more: The dam of 1978', '14:05 GMT'];
  await check(lines, 'markup.heading.section', ['What happens next', '14:05 GMT']);
  await check(lines, 'comment.line.see-also', ['Read more: The dam of 1978']);
});

test('quotations hold quotations and end with their paragraph', async () => {
  await check(['He said: “She told me ‘don’t go’ twice.” Then he left.'], 'meta.quotation.double', [
    '“She told me ‘don’t go’ twice.”',
  ]);
  await check(['He said: “She told me ‘don’t go’ twice.” Then he left.'], 'meta.quotation.single', [
    '‘don’t go’',
  ]);
  await check(
    [`${LONG}: "One."`, '', `"Two. ${LONG}.`, '', `"Three," she said. ${LONG}.`],
    'meta.quotation.double',
    ['"One."', `"Two. ${LONG}.`, '"Three,"'],
  );
  await check([`${LONG}: «Non», a-t-il dit.`], 'meta.quotation.double', ['«Non»']);
});

test('apostrophes open no quotation', async () => {
  await check(["It was O'Neill's and the '90s were the Kims' years, weren't they."], 'meta.quotation', []);
  await check(['It was O’Neill’s and the ’90s were the Kims’ years.'], 'meta.quotation', []);
});

/** The stretches with a scope, joined within a line, are these. */
async function check(lines: readonly string[], scope: string, expected: readonly string[]): Promise<void> {
  const grammar = await registry.loadGrammar('text.news-article');
  assert.ok(grammar);
  const found: string[] = [];
  let state = textmate.INITIAL;
  for (const line of lines) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    let last = -1;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const words = line.slice(startIndex, endIndex);
      if (!words || !scopes.some((each) => each.startsWith(scope))) continue;
      if (last === startIndex) found.push(`${found.pop()}${words}`);
      else found.push(words);
      last = endIndex;
    }
  }
  assert.deepEqual(found, expected);
}
