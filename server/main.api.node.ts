import { fileURLToPath } from 'node:url';
import { type Models, readModels } from './api.ts';
import { loadModels as loadFiles } from './cli/models.ts';

export * from './api.ts';

/** Loads the models that come with the package, or those of another folder. Rejects where they are missing. */
export async function loadModels(folder: string | URL = new URL('../', import.meta.url)): Promise<Models> {
  return readModels(await loadFiles(folder instanceof URL ? fileURLToPath(folder) : folder));
}
