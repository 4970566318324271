import { MAGIC } from '../analysis/tagger/model.ts';

/** The bytes of a model file with these sections; see `readModel`. */
export function writeModel(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const directory = [...sections].map(([name, bytes]) => [name, bytes.length]);
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify(directory)}\n`);
  const out = new Uint8Array(
    head.length + [...sections.values()].reduce((sum, bytes) => sum + bytes.length, 0),
  );
  out.set(head);
  let offset = head.length;
  for (const bytes of sections.values()) {
    out.set(bytes, offset);
    offset += bytes.length;
  }
  return out;
}
