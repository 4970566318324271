import { assert } from 'chai';
import * as vscode from 'vscode';

suite('an article', () => {
  test('opens', async () => {
    const [file] = await vscode.workspace.findFiles('summit.article');
    if (file === undefined) throw new Error('no summit.article');
    const document = await vscode.workspace.openTextDocument(file);
    assert.include(document.getText(), 'Santos');
  });
});
