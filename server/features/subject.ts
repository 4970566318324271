import type { Article } from '../analysis/types.ts';
import { mentionAt, quotationsAt, speakerName } from './mentions.ts';

/** What can be looked for over many articles. */
export type Subject =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'date'; readonly value: string };

/** What is named at an offset: by a mention, else by the speaker of the quotation around it. */
export function subjectAt(article: Article, offset: number): Subject | undefined {
  const mention = mentionAt(article, offset);
  switch (mention?.kind) {
    case 'person': {
      const name = mention.entity === undefined ? undefined : article.entities[mention.entity]?.name;
      return name === undefined ? undefined : { kind: 'person', name };
    }
    case 'country':
      return { kind: 'country', code: mention.code };
    case 'date':
      return { kind: 'date', value: mention.value };
    case undefined: {
      const speaker = quotationsAt(article, offset)[0]?.speaker;
      return speaker?.entity === undefined
        ? undefined
        : { kind: 'person', name: speakerName(article, speaker) };
    }
  }
}
