/** The text of a TEI file as it grows. */
export interface TeiText {
  add(own: string, isPreserved: boolean): void;
  /** What comes next begins a line of its own. */
  breakLine(): void;
  /** Where the next words begin. */
  place(): number;
  /** Where the last words end, without white space that waits for others. */
  end(): number;
  /** Where words began that were told to begin at a place: behind white space that came with them. */
  begin(place: number): number;
  text(): string;
}

/** White space is one space between words, and none at the ends of lines, but where it is preserved. */
export function createTeiText(): TeiText {
  let text = '';
  let gap: '' | ' ' | '\n' = '';
  const moved = new Map<number, number>();
  const flush = (): void => {
    if (gap !== '' && text !== '') {
      moved.set(text.length, text.length + 1);
      text += gap;
    }
    gap = '';
  };
  return {
    add(own, isPreserved) {
      if (isPreserved) {
        if (own !== '') {
          flush();
          text += own;
        }
        return;
      }
      for (const piece of own.match(/\s+|\S+/gu) ?? [])
        if (/\S/u.test(piece)) {
          flush();
          text += piece;
        } else if (gap === '') gap = ' ';
    },
    breakLine() {
      gap = '\n';
    },
    place: () => text.length,
    end: () => text.length,
    begin: (place) => moved.get(place) ?? place,
    text: () => text,
  };
}
