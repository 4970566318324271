import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

// Other editors that speak the language server protocol, with what they have of their own and nothing of ours.

const root = path.join(import.meta.dirname, '../..');
const env = {
  ...process.env,
  NEWSMARK_SERVER: path.join(root, 'dist/server.cjs'),
  NEWSMARK_NODE: process.execPath,
  NEWSMARK_ARTICLE: path.join(root, 'test/editor/articles/summit.article'),
};

check('Neovim', 'nvim', [
  '--headless',
  '--clean',
  '-u',
  path.join(import.meta.dirname, 'neovim.lua'),
  env.NEWSMARK_ARTICLE,
]);
check('Emacs', 'emacs', ['--batch', '-Q', '-l', path.join(import.meta.dirname, 'emacs.el')]);

function check(editor: string, command: string, args: readonly string[]): void {
  const missing = spawnSync(command, ['--version']).status !== 0;
  test(`${editor} shows problems, hover and outline`, {
    skip: missing && `${command} is not installed`,
  }, () => {
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8', timeout: 90_000 });
    const output = `${stdout}\n${stderr}`;
    assert.equal(status, 0, output);
    assert.equal(output.match(/^ok /gm)?.length, 5, output);
  });
}
