/**
 * What `work` makes of each item, in the order of the items, with up to `width` of them in work: what is read of the
 * items and waits for its turn is never more than that. A rejection comes at its place and ends it.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // It is waited for later: until then its failure is not unheard of.
    result.catch(() => undefined);
    running.push(result);
    if (width <= running.length) yield await (running.shift() as Promise<Result>);
  }
  for (const result of running) yield await result;
}
