import { countryFacts } from '../analysis/countries/facts.ts';
import type { Article } from '../analysis/types.ts';
import { groupBy } from '../text/group.ts';
import type { Span } from '../text/span.ts';
import { dateInWords } from './dateWords.ts';
import { wordsAround } from './sentences.ts';

/** Something known that may be written at the cursor. */
export interface Completion {
  readonly kind: 'person' | 'country' | 'date' | 'key';
  /** What is written. */
  readonly label: string;
  readonly detail: string;
  /** The words typed that it takes the place of. */
  readonly replaces: Span;
  /** Where it is known from: the index of the person, the code, the value. */
  readonly source: string;
}

/** Names and countries that other articles of the folder know. */
export interface KnownElsewhere {
  readonly people: readonly { readonly name: string; readonly mentions: number; readonly articles: number }[];
  readonly countries: readonly {
    readonly name: string;
    readonly mentions: number;
    readonly articles: number;
  }[];
}

const KEYS = ['title', 'published', 'source', 'byline'];
const MOST = 300;

/** The people, countries and days of the article, then those of the folder; in the front matter its keys. */
export function completions(
  article: Article,
  offset: number,
  elsewhere: KnownElsewhere,
): readonly Completion[] {
  const { frontMatter, text } = article;
  const head = text.slice(Math.max(0, offset - 60), offset);
  const typed = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u.exec(head)?.[0] ?? '';
  const replaces = { start: offset - typed.length, end: offset };
  if (frontMatter && offset < frontMatter.span.end) {
    const known = new Set(frontMatter.fields.map(({ key }) => key));
    const opens = text.lastIndexOf('\n', offset - 1) + 1 === replaces.start;
    const keys = opens ? KEYS.filter((key) => !known.has(key)) : [];
    return keys.map((key) => ({
      kind: 'key',
      label: `${key}: `,
      detail: 'front matter',
      replaces,
      source: key,
    }));
  }
  const found = [...people(article, elsewhere), ...countries(article, elsewhere), ...dates(article)];
  return found.slice(0, MOST).map((completion) => ({ ...completion, replaces }));
}

/** What is told of a completion when it is chosen from the list. */
export function describeCompletion(
  article: Article,
  { kind, source, label }: Pick<Completion, 'kind' | 'source' | 'label'>,
): string {
  switch (kind) {
    case 'person': {
      const entity = article.entities.find(({ name }) => name === source);
      const first = entity && article.people[entity.introduction];
      return first ? `“${wordsAround(article, first)}”` : 'Known from other articles of the folder.';
    }
    case 'country': {
      const facts = countryFacts(source);
      return facts
        ? `${facts.flag ?? ''} ${facts.name}, ${facts.code}; capital ${facts.capital}`.trim()
        : source;
    }
    case 'date':
      return dateInWords({ value: label, timex: 'DATE' });
    case 'key':
      return `The ${source} of the article.`;
  }
}

type Bare = Omit<Completion, 'replaces'>;

function people({ entities }: Article, elsewhere: KnownElsewhere): readonly Bare[] {
  const own = entities.map(({ name, mentions }): Bare => {
    return { kind: 'person', label: name, detail: `person · ${mentions.length} here`, source: name };
  });
  const known = new Set(entities.map(({ name }) => name));
  const others = elsewhere.people
    .filter(({ name }) => !known.has(name))
    .slice(0, MOST)
    .map(({ name, articles }): Bare => {
      return { kind: 'person', label: name, detail: `person · ${articles} articles`, source: name };
    });
  return [...own, ...others];
}

function countries(article: Article, elsewhere: KnownElsewhere): readonly Bare[] {
  const own = groupBy(article.countries, ({ code }) => code);
  const codes = new Set([...own.keys(), ...elsewhere.countries.map(({ name }) => name)]);
  return [...codes].flatMap((code): Bare[] => {
    const facts = countryFacts(code);
    if (!facts) return [];
    return [{ kind: 'country', label: facts.name, detail: `country · ${code}`, source: code }];
  });
}

function dates({ dates: found }: Article): readonly Bare[] {
  const days = new Set(found.flatMap(({ value }) => (/^\d{4}-\d\d-\d\d$/u.test(value) ? [value] : [])));
  return [...days].map((day) => ({ kind: 'date', label: day, detail: 'date', source: day }));
}
