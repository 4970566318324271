import type { Article, Person } from '../../analysis/types.ts';
import { inOr } from '../mentions.ts';
import type { Problem, Rule } from './problem.ts';

/** `ambiguous-person`: a name that fits several people. A run of the same words is told once, at its first. */
export const findAmbiguousPeople: Rule = (article) => {
  const problems: Problem[] = [];
  let run: Person[] = [];
  for (const person of article.people) {
    if (person.entity !== undefined || person.candidates.length < 2) continue;
    if (run[0] && key(article, run[0]) !== key(article, person)) {
      problems.push(toProblem(article, run));
      run = [];
    }
    run.push(person);
  }
  if (run.length > 0) problems.push(toProblem(article, run));
  return problems;
};

function key({ text }: Article, { start, end, candidates }: Person): string {
  return `${text.slice(start, end)} ${candidates.join(' ')}`;
}

function toProblem(article: Article, run: readonly Person[]): Problem {
  const { start, end, candidates } = run[0] as Person;
  const fits = candidates.flatMap((index) => article.entities[index] ?? []);
  const more = run.length === 1 ? '' : ` So may the ${run.length === 2 ? 'next' : `${run.length - 1} next`}.`;
  const words = article.text.slice(start, end);
  return {
    code: 'ambiguous-person',
    message: `“${words}” may be ${inOr(fits.map(({ name }) => name))}.${more}`,
    start,
    end,
    related: fits.flatMap(({ name, introduction }) => {
      const first = article.people[introduction];
      return first ? [{ start: first.start, end: first.end, message: `${name} is introduced here` }] : [];
    }),
  };
}
