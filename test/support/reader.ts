import { createReader } from '../../server/analysis/article.ts';
import { readModel } from '../../server/analysis/tagger/model.ts';

/** The reader that the tests share, with the model that the product ships. */
export const readArticle = createReader(readModel(new Uint8Array()));
