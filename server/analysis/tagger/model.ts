/** The trained weights and lists of the taggers: named sections of bytes out of one or more model files. */
export interface Model {
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

/** The first bytes of a model file. */
export const MAGIC = 'newsmark model 1\n';

/**
 * Reads model files (magic line, a line of JSON `[[name, length], …]`, the sections one after the other) into one model;
 * throws an Error that says what is wrong with them.
 */
export function readModel(...files: readonly Uint8Array[]): Model {
  const sections = new Map<string, Uint8Array>();
  for (const file of files) for (const [name, bytes] of readSections(file)) sections.set(name, bytes);
  return { sections };
}

/** The section of a model; throws an Error that names it where it is missing. */
export function section(model: Model, name: string): Uint8Array {
  const bytes = model.sections.get(name);
  if (!bytes) throw new Error(`The model has no section "${name}".`);
  return bytes;
}

function readSections(file: Uint8Array): [string, Uint8Array][] {
  const head = new TextDecoder().decode(file.subarray(0, 4096));
  if (!head.startsWith(MAGIC)) throw new Error('This is no model file of Newsmark.');
  const newline = head.indexOf('\n', MAGIC.length);
  const directory: unknown = JSON.parse(head.slice(MAGIC.length, newline));
  if (!Array.isArray(directory)) throw new Error('The model file has no directory.');
  let offset = newline + 1;
  const sections: [string, Uint8Array][] = [];
  for (const entry of directory) {
    const [name, length] = entry as [string, number];
    if (file.length < offset + length) throw new Error(`The model file ends within "${name}".`);
    // A copy (`slice` of a Node Buffer is none) starts at offset 0 of its buffer, so that views of wider numbers are aligned.
    sections.push([name, new Uint8Array(file.subarray(offset, offset + length))]);
    offset += length;
  }
  return sections;
}
