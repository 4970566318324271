/** Finds all places where some words stand in a text, in order; remembers what it was asked. */
export function createOccurrences(text: string): (words: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (words) => {
    const remembered = known.get(words);
    if (remembered) return remembered;
    const places: number[] = [];
    if (words !== '')
      for (let place = text.indexOf(words); place !== -1; place = text.indexOf(words, place + 1))
        places.push(place);
    known.set(words, places);
    return places;
  };
}
