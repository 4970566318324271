import { countryFacts } from '../../analysis/countries/facts.ts';
import type { Span } from '../../text/span.ts';
import { type CodePoints, createCodePoints } from '../codePoints.ts';
import type { Annotation } from './annotation.ts';
import { escapeLine, escapeValue, toBratName } from './bratNames.ts';

/**
 * Annotations as brat standoff (https://brat.nlplab.org/standoff.html): text-bound lines with offsets in code points,
 * cut at line breaks; parts as text-bound lines joined by a relation of their role; short attributes as attributes, the
 * others and codes as normalisations; notes. A span of nothing but line breaks cannot be written and is left out.
 */
export function writeBrat(
  text: string,
  annotations: readonly Annotation[],
): { readonly standoff: string; readonly leftOut: readonly Annotation[] } {
  const points = createCodePoints(text);
  const lines: string[] = [];
  const leftOut: Annotation[] = [];
  const counts = { T: 0, R: 0, A: 0, N: 0, '#': 0 };
  const add = (letter: keyof typeof counts, rest: string): string => {
    const id = `${letter}${++counts[letter]}`;
    lines.push(`${id}\t${rest}`);
    return id;
  };
  for (const annotation of annotations) {
    const bound = toBound(text, points, annotation.kind, annotation);
    if (!bound) {
      leftOut.push(annotation);
      continue;
    }
    const id = add('T', bound);
    for (const [key, value] of Object.entries(annotation.attributes)) {
      if (/^[\w.:+-]+$/u.test(value) && key !== 'code') add('A', `${toBratName(key)} ${id} ${value}`);
      else add('N', `Reference ${id} ${toReference(key, value)}`);
    }
    for (const [role, part] of Object.entries(annotation.parts)) {
      const partBound = toBound(text, points, role, part);
      if (partBound) add('R', `${toBratName(role)} Arg1:${id} Arg2:${add('T', partBound)}`);
    }
    if (annotation.note !== undefined) add('#', `AnnotatorNotes ${id}\t${escapeLine(annotation.note)}`);
  }
  return { standoff: lines.map((line) => `${line}\n`).join(''), leftOut };
}

/** `Person 0 5;6 10⇥words words`: the fragments between line breaks. */
function toBound(text: string, points: CodePoints, name: string, span: Span): string | undefined {
  const words = text.slice(span.start, span.end);
  const fragments = Array.from(words.matchAll(/[^\r\n]+/gu));
  if (fragments.length === 0) return undefined;
  const places = fragments.map(({ 0: own, index }) => {
    const start = span.start + index;
    return `${points.toPoints(start)} ${points.toPoints(start + own.length)}`;
  });
  return `${toBratName(name)} ${places.join(';')}\t${fragments.map(([own]) => own).join(' ')}`;
}

function toReference(key: string, value: string): string {
  if (key === 'code')
    return `ISO3166:${escapeValue(value)}\t${countryFacts(value)?.name ?? escapeLine(value)}`;
  return `${toBratName(key)}:${escapeValue(value)}\t${escapeLine(value)}`;
}
