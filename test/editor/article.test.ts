import { assert } from 'chai';
import { commands, extensions, type Location, languages, workspace } from 'vscode';
import { codeOf, hoverAt, open, outline, problems, rangeOf, replace, tokens, until } from './editor.ts';

suite('an article', () => {
  test('is news and wakes Newsmark', async () => {
    const document = await open('summit.article');
    assert.equal(document.languageId, 'news-article');
    await until(
      () => extensions.getExtension('newsmark.newsmark')?.isActive,
      (active) => active === true,
    );
  });

  test('has its problems, with code, source and explanation', async () => {
    const document = await open('summit.article');
    const found = await until(
      () => problems(document),
      (all) => all.length > 0,
    );
    assert.deepEqual(found, ['impossible-date: 30 February']);
    const [problem] = languages.getDiagnostics(document.uri);
    if (problem === undefined || typeof problem.code !== 'object') throw new Error('no code with a link');
    assert.equal(codeOf(problem), 'impossible-date');
    const { target } = problem.code;
    const readme = new TextDecoder().decode(await workspace.fs.readFile(target.with({ fragment: '' })));
    const line = Number(/^L(?<line>\d+)$/.exec(target.fragment)?.groups?.line);
    assert.include(readme.split('\n')[line - 1], '"problem-impossible-date"');
    assert.equal(problem.source, 'newsmark');
  });

  test('says who, which country, which day and who said it', async () => {
    const document = await open('summit.article');
    const at = (words: string) => hoverAt(document, rangeOf(document, words).start.translate(0, 1));
    await until(
      () => at('Maria Santos'),
      (text) => text !== '',
    );
    assert.match(await at('Maria Santos'), /Maria Santos[\s\S]*President[\s\S]*1 of 2/);
    assert.match(await at('Portugal'), /Portugal[\s\S]*PT[\s\S]*PRT[\s\S]*Lisbon/);
    assert.match(await at('Tuesday'), /26 March 2019[\s\S]*2019-03-26/);
    assert.match(await at('We have agreed'), /Quote: Maria Santos[\s\S]*“said”/);
  });

  test('has an outline of people, countries, dates and quotes', async () => {
    const document = await open('summit.article');
    const lines = await until(
      () => outline(document),
      (all) => all.length > 0,
    );
    assert.deepEqual(
      lines.filter((line) => !line.startsWith(' ')),
      ['People', 'Countries', 'Dates', 'Quotes'],
    );
    for (const name of ['  Maria Santos', '  Nguyen Van Minh', '  Portugal 🇵🇹', '  Vietnam 🇻🇳'])
      assert.include(lines, name);
  });

  test('is coloured by what its words name', async () => {
    const document = await open('summit.article');
    const found = await until(
      () => tokens(document),
      (all) => all.length > 0,
    );
    for (const token of ['person: Maria Santos', 'country: Vietnam', 'date: 1998'])
      assert.include(found, token);
  });

  test('leads from a surname to the full name', async () => {
    const document = await open('summit.article');
    const [place] = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, 'Santos said').start,
    );
    assert.equal(place && document.getText(place.range), 'Maria Santos');
  });

  test('is answered anew after an edit', async () => {
    const document = await open('summit.article');
    await until(
      () => problems(document),
      (all) => all.length === 1,
    );
    await replace(document, '30 February', '3 April');
    await until(
      () => problems(document),
      (all) => all.length === 0,
    );
    await replace(document, 'Maria Santos', 'Teresa Lima');
    await until(
      () => outline(document),
      (all) => all.includes('  Teresa Lima'),
    );
    await commands.executeCommand('workbench.action.files.revert');
    await until(
      () => problems(document),
      (all) => all.length === 1,
    );
  });
});
