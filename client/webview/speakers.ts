import type { EntityName } from '../../server/folder/entities.ts';
import type { Picture } from '../../server/requests/pictures.ts';
import { words } from './host.ts';
import { type Column, tableOf } from './table.ts';

type SpeakersPicture = Extract<Picture, { kind: 'speakers' }>;
type Speaker = SpeakersPicture['speakers'][number] & { readonly entity: EntityName };

/** Who said what, as a table. */
export function speakersTable({ speakers, left }: SpeakersPicture): HTMLElement {
  const columns: Column<Speaker>[] = [
    { heading: words.speaker, of: ({ speaker }) => speaker },
    { heading: words.words, of: (row) => row.words },
    { heading: words.quotations, of: ({ quotations }) => quotations },
    { heading: words.direct, of: ({ direct }) => direct },
    { heading: words.mixed, of: ({ mixed }) => mixed },
    { heading: words.indirect, of: ({ indirect }) => indirect },
    { heading: words.articles, of: ({ articles }) => articles },
    { heading: words.cues, of: ({ cues }) => listCounts(cues) },
    { heading: words.stances, of: ({ stances }) => listCounts(stances) },
  ];
  const rows = speakers.map((row): Speaker => ({ ...row, entity: { kind: 'speaker', name: row.speaker } }));
  return tableOf(words.speaker, rows, columns, left);
}

/** `say 3, claim 1`; the first five. */
function listCounts(counts: Speaker['cues']): string {
  return counts
    .slice(0, 5)
    .map(({ name, times }) => `${name} ${times}`)
    .join(', ');
}
