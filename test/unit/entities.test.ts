import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitName } from '../../server/analysis/entities/nameParts.ts';
import { joinEntities } from '../../server/analysis/entities.ts';
import type { FoundPerson } from '../../server/analysis/people.ts';
import { readArticle } from '../support/reader.ts';

/**
 * Joins the people of a text in which each is written `[name]`, or `{title} [name]`, and gives for each mention its
 * entity's name, `?` and the candidates where there are several.
 */
function join(marked: string): readonly string[] {
  const { text, found } = readBrackets(marked);
  const { people, entities } = joinEntities(readArticle(text).paragraphs, found);
  return people.map(({ entity, candidates }) => {
    if (entity !== undefined) return `${entities[entity]?.name}`;
    return `? ${candidates.map((candidate) => entities[candidate]?.name).join(', ')}`;
  });
}

function readBrackets(marked: string): { readonly text: string; readonly found: readonly FoundPerson[] } {
  const found: FoundPerson[] = [];
  let text = '';
  let title: { start: number; end: number } | undefined;
  for (const [, opening = '', words = '', plain = ''] of marked.matchAll(/([[{])([^\]}]*)[\]}]|([^[{]+)/gu)) {
    const span = { start: text.length, end: text.length + words.length };
    if (opening === '{') title = span;
    if (opening === '[') {
      found.push({ kind: 'person', ...span, ...(title && { title }), evidence: [] });
      title = undefined;
    }
    text += words || plain;
  }
  return { text, found };
}

function joins(marked: string, expected: readonly string[]): void {
  assert.deepEqual(join(marked), expected);
}

test('a bare family name is the person named in full, before or after', () => {
  joins('[Merkel] smiled. [Angela Merkel] spoke. Then [Merkel] left.', Array(3).fill('Angela Merkel'));
  joins('[merkel] smiled then [angela merkel] spoke', Array(2).fill('angela merkel'));
});

test('family names first, with hyphens or without', () => {
  joins('{President} [Moon Jae-in] met [Kim Jong-un]. [Moon] and [Kim] shook hands.', [
    'Moon Jae-in',
    'Kim Jong-un',
    'Moon Jae-in',
    'Kim Jong-un',
  ]);
  joins('[xi jinping] spoke and [xi] left', ['xi jinping', 'xi jinping']);
  joins('[Kim Jong-un] watched. [Kim Jong Un] left.', ['Kim Jong-un', 'Kim Jong-un']);
});

test('the honorific tells two Kims apart', () => {
  const marked =
    '[Kim Jong Un] tested a rocket and he smiled. [Ellen Kim], an analyst, doubted it. {Mr.} [Kim] wants ties. It was late, {Ms.} [Kim] said.';
  joins(marked, ['Kim Jong Un', 'Ellen Kim', 'Kim Jong Un', 'Ellen Kim']);
  joins(marked.toLowerCase().replaceAll('.', ''), ['kim jong un', 'ellen kim', 'kim jong un', 'ellen kim']);
});

test('two people of one name stay two', () => {
  joins('[Joe Biden] praised [Hunter Biden]. [Paul Hunter] watched.', [
    'Joe Biden',
    'Hunter Biden',
    'Paul Hunter',
  ]);
  joins('[George Bush Sr.] met [George Bush Jr.] again.', ['George Bush Sr.', 'George Bush Jr.']);
});

test('the name goes on to mean whom it has meant', () => {
  joins('[Robert Mugabe] died. [Mugabe] was 95. His wife [Grace Mugabe] wept. [Mugabe] ruled long.', [
    'Robert Mugabe',
    'Robert Mugabe',
    'Grace Mugabe',
    'Robert Mugabe',
  ]);
});

test('a tie stays open', () => {
  joins('[Pat Moreno] and [Lou Moreno] arrived. [Moreno] spoke.', [
    'Pat Moreno',
    'Lou Moreno',
    '? Pat Moreno, Lou Moreno',
  ]);
});

test('a title decides', () => {
  joins('{Senator} [Lee Moreno] and {Mayor} [Lou Moreno] arrived. {Mayor} [Moreno] spoke.', [
    'Lee Moreno',
    'Lou Moreno',
    'Lou Moreno',
  ]);
});

test('initials, nicknames, particles and diacritics', () => {
  joins('[Donald J. Trump] came. [Donald Trump] left. [J. Smith] is not [Donald Trump].', [
    'Donald J. Trump',
    'Donald J. Trump',
    'J. Smith',
    'Donald J. Trump',
  ]);
  joins('[Bill Clinton] met [William Clinton].', ['Bill Clinton', 'Bill Clinton']);
  joins(
    '[Ursula von der Leyen] spoke. [Von der Leyen] left, and [Leyen] too.',
    Array(3).fill('Ursula von der Leyen'),
  );
  joins('[Hugo Chávez] spoke. [Chavez] left.', ['Hugo Chávez', 'Hugo Chávez']);
  joins('[Nouri al-Maliki] spoke. [Maliki] left. [al-Maliki] slept.', Array(3).fill('Nouri al-Maliki'));
  joins('[Bill] and [Hillary Clinton] came. [Bill Clinton] spoke.', [
    'Bill Clinton',
    'Hillary Clinton',
    'Bill Clinton',
  ]);
});

test('a slip of the pen does not make another person', () => {
  joins('[Jacques Chirac] died. [Chriac] was 86.', ['Jacques Chirac', 'Jacques Chirac']);
  joins('[Ivan Petrov] met [Anna Petrova]. [Petrova] left.', ['Ivan Petrov', 'Anna Petrova', 'Anna Petrova']);
});

test('a relative does not take the name over', () => {
  joins('[Tony Mendez] painted. His wife [Jonna Mendez] wrote. Later [Mendez] slept.', [
    'Tony Mendez',
    'Jonna Mendez',
    'Tony Mendez',
  ]);
});

test('a family is an entity of its own', () => {
  joins(
    '[Gloria Vanderbilt] left the [Vanderbilt] family. The [Vanderbilts] were rich. [Vanderbilt] wrote.',
    ['Gloria Vanderbilt', 'Vanderbilt family', 'Vanderbilt family', 'Gloria Vanderbilt'],
  );
});

test('the entity has name, title, gender and introduction', () => {
  const { text, found } = readBrackets(
    '[Park] said no. {Mr.} [Park], {Prime Minister} [Park Chol-su], smiled.',
  );
  const { entities } = joinEntities(readArticle(text).paragraphs, found);
  assert.deepEqual(entities, [
    {
      name: 'Park Chol-su',
      family: false,
      gender: 'male',
      title: 'Prime Minister',
      mentions: [0, 1, 2],
      introduction: 2,
    },
  ]);
});

test('odd names have parts too', () => {
  assert.deepEqual(splitName('de la').core, ['dela']);
  assert.deepEqual(splitName('!').core, ['!']);
  assert.deepEqual(splitName('J.R.').core, ['jr']);
});

test('a name that has meant somebody before means the same person again, though another is called so too', () => {
  joins(
    '[Raúl Prado Núñez] came with his wife [Inés Soto de Prado]. {Mr.} [Prado] spoke. If he wins, [Prado] stays.',
    ['Raúl Prado Núñez', 'Inés Soto de Prado', 'Raúl Prado Núñez', 'Raúl Prado Núñez'],
  );
});

test('a word of kinship that ends a clause says nothing of the name behind it', () => {
  joins('chief [paul okoro] has lost a {daughter} [okoro] told [grace okoro]', [
    'paul okoro',
    'paul okoro',
    'grace okoro',
  ]);
});
