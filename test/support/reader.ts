import { createReader } from '../../server/analysis/article.ts';
import { readModel } from '../../server/analysis/tagger/model.ts';

/** The model that the product ships. */
export const model = readModel(new Uint8Array());

/** The reader that the tests share. */
export const readArticle = createReader(model);
