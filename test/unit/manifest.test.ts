import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SEVERITIES } from '../../server/features/problems/problem.ts';

// The manifest, the translations and the sources say the same.

const root = path.join(import.meta.dirname, '../..');
const manifest = readJson('package.json');
const { contributes } = manifest;
const settings: Record<string, { default: unknown; scope: unknown }> = Object.assign(
  {},
  ...contributes.configuration.map(({ properties }: { properties: object }) => properties),
);
const sources = readdirSync(path.join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(root, 'client', name), 'utf8'));

test('each problem has a setting with its own severity as the default', () => {
  const inSettings = Object.entries(settings)
    .filter(([key]) => key.startsWith('newsmark.problems.') && key !== 'newsmark.problems.wholeFolder')
    .map(([key, setting]) => [key.slice('newsmark.problems.'.length), setting.default]);
  assert.deepEqual(Object.fromEntries(inSettings), SEVERITIES);
});

test('each setting has a default and a scope', () => {
  for (const [key, setting] of Object.entries(settings)) {
    assert.notEqual(setting.default, undefined, key);
    assert.notEqual(setting.scope, undefined, key);
  }
});

test('the commands of the manifest are those the client registers', () => {
  const registered = sources.flatMap((source) =>
    Array.from(
      source.matchAll(/\b(?:registerCommand|command|actCommand)\(\s*'(newsmark\.[\w.]+)'/g),
      (match) => match[1],
    ),
  );
  const contributed = contributes.commands.map(({ command }: { command: string }) => command);
  assert.deepEqual([...registered].sort(), [...contributed].sort());
});

test('each command is offered in the palette when it can do something', () => {
  const always = ['newsmark.restartServer', 'newsmark.openSample'];
  const conditional = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
  for (const { command } of contributes.commands)
    assert.ok(always.includes(command) || conditional.includes(command), command);
});

test('the texts of the manifest exist in each language, and no others', () => {
  const used = Array.from(JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g), (match) => match[1]);
  const expected = [...new Set(used)].sort();
  for (const file of readdirSync(root).filter((name) => /^package\.nls\b.*\.json$/.test(name)))
    assert.deepEqual(Object.keys(readJson(file)).sort(), expected, file);
});

test('the texts of the client exist in each language, and no others', () => {
  const used = sources.flatMap((source) =>
    Array.from(source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g), (match) => match[1]),
  );
  const expected = [...new Set(used)].sort();
  for (const file of readdirSync(path.join(root, 'client/l10n')))
    assert.deepEqual(Object.keys(readJson(`client/l10n/${file}`)).sort(), expected, file);
});

test('the browser is told of every model file', () => {
  const models = readdirSync(path.join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bin'))
    .map((name) => path.basename(name));
  const told = /MODELS = \[([^\]]*)\]/.exec(
    readFileSync(path.join(root, 'client/main.browser.ts'), 'utf8'),
  )?.[1];
  assert.deepEqual(told?.match(/[\w.]+/g), models.sort());
});

test('the files of the manifest exist', () => {
  const files = [
    manifest.icon,
    ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
    ...contributes.languages.flatMap((language: { configuration?: string; icon: object }) => [
      ...(language.configuration ? [language.configuration] : []),
      ...Object.values(language.icon),
    ]),
    ...contributes.viewsContainers.activitybar.map((container: { icon: string }) => container.icon),
    ...contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { image: string | object } }[] }) =>
      steps.flatMap(({ media: { image } }) => (typeof image === 'string' ? [image] : Object.values(image))),
    ),
  ];
  for (const file of files) assert.ok(existsSync(path.join(root, file)), file);
});

function readJson(file: string) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
