import { type Models, readModels } from './api.ts';

export * from './api.ts';

/** Fetches the models that come with the package, or those of another folder. Rejects where they are missing. */
export async function loadModels(folder: string | URL = new URL('../', import.meta.url)): Promise<Models> {
  const base = new URL(folder, import.meta.url);
  const files = ['names.bin', 'speech.bin'].map(async (name) => {
    const response = await fetch(new URL(name, base.href.endsWith('/') ? base : `${base.href}/`));
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  return readModels(await Promise.all(files));
}
