import { createReader } from '../../server/analysis/article.ts';
import { model } from './model.ts';

/** The reader that the tests share. */
export const readArticle = createReader(model);
