import type { Annotated } from './data.ts';

/**
 * Forms in which a text is read to learn from it: as it was edited, scraped (lower case, anything but letters and
 * figures one space), and the forms half-way.
 */
export type TextForm = 'edited' | 'scraped' | 'lower' | 'capitals' | 'headline' | 'unpunctuated';

/** The record in another form, its annotations moved along; those of which nothing is left are dropped. */
export function toForm(record: Annotated, form: TextForm): Annotated {
  if (form === 'edited') return record;
  const { text, sources } = rewrite(record.text, form);
  const entities = record.entities.flatMap((entity) => {
    let start = firstAtLeast(sources, entity.start);
    let end = firstAtLeast(sources, entity.end);
    while (start < end && text[start] === ' ') start++;
    while (start < end && text[end - 1] === ' ') end--;
    return start < end ? [{ ...entity, start, end }] : [];
  });
  return { ...record, text, entities };
}

function rewrite(text: string, form: TextForm): { text: string; sources: number[] } {
  const parts: string[] = [];
  const sources: number[] = [];
  const dropsMarks = form === 'scraped' || form === 'unpunctuated';
  let gap = false;
  let inWord = false;
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number);
    const kept = /[\p{L}\p{N}]/u.test(character);
    if (kept || !dropsMarks || (form === 'unpunctuated' && character === '\n')) {
      if (gap && parts.length > 0) {
        parts.push(' ');
        sources.push(i - 1);
      }
      gap = false;
      const written = recase(character, form, inWord);
      for (let k = 0; k < written.length; k++) sources.push(i);
      parts.push(written);
    } else gap = true;
    inWord = kept || (inWord && /['’]/u.test(character));
    i += character.length;
  }
  return { text: parts.join(''), sources };
}

function recase(character: string, form: TextForm, inWord: boolean): string {
  if (form === 'scraped' || form === 'lower') return character.toLowerCase();
  if (form === 'capitals') return character.toUpperCase();
  return form === 'headline' && !inWord ? character.toUpperCase() : character;
}

function firstAtLeast(sources: readonly number[], wanted: number): number {
  let low = 0;
  let high = sources.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sources[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
