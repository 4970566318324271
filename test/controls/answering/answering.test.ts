import { open, outline, until } from '../../editor/editor.ts';

suite('a control', () => {
  test('that asks the server', async () => {
    const document = await open('summit.article');
    await until(
      () => outline(document),
      (lines) => lines.length > 0,
      30,
    );
  });
});
