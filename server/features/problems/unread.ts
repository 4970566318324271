import type { Problem, Rule } from './problem.ts';

/** `not-text`, `too-long`: what was not read of a file, at its head and where reading ended. */
export const findUnread: Rule = ({ text, unread }) => {
  if (!unread) return [];
  const problem: Problem =
    unread.reason === 'not text'
      ? {
          code: 'not-text',
          message: 'This does not look like text. Nothing in it was read.',
          ...line(text, 0),
        }
      : {
          code: 'too-long',
          message: `Only the first ${millions(unread.start)} million characters are read; the text goes on for ${millions(unread.end - unread.start)} million more.`,
          ...line(text, unread.start),
        };
  return [problem];
};

/** The line from an offset on, as far as one sees it. */
function line(text: string, from: number): { readonly start: number; readonly end: number } {
  const words = /^[^\r\n]{0,80}/u.exec(text.slice(from, from + 200))?.[0] ?? '';
  return { start: from, end: from + words.length };
}

function millions(units: number): string {
  return (Math.max(units, 50_000) / 1_000_000).toFixed(1);
}
