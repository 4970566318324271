import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPeople } from '../../server/analysis/people.ts';
import { readParagraph } from '../../server/analysis/reading.ts';
import { createNameRelater } from '../../server/analysis/tagger/names.ts';
import { splitParagraphs } from '../../server/text/paragraphs.ts';
import { model } from '../support/model.ts';

/** The people of a text as `name` or `title|name`. */
function people(text: string): string[] {
  const paragraphs = splitParagraphs(text).map((paragraph) => ({
    ...paragraph,
    reading: readParagraph(model, text.slice(paragraph.start, paragraph.end)),
  }));
  return findPeople(model, paragraphs, createNameRelater(model)(paragraphs)).map(({ start, end, title }) =>
    title ? `${text.slice(title.start, title.end)}|${text.slice(start, end)}` : text.slice(start, end),
  );
}

test('a name is marked without its title, with initials and particles', () => {
  assert.deepEqual(people('Defense Minister Ursula von der Leyen spoke to reporters in Berlin.'), [
    'Defense Minister|Ursula von der Leyen',
  ]);
  assert.deepEqual(people('U.S. Secretary of State Mike Pompeo met Mr. Lopez on Tuesday.'), [
    'Secretary of State|Mike Pompeo',
    'Mr.|Lopez',
  ]);
});

test('a scraped text has the same people', () => {
  assert.deepEqual(
    people('prime minister shinzo abe told reporters that he would meet president kim yong nam'),
    ['prime minister|shinzo abe', 'president|kim yong nam'],
  );
});

test('the person somebody belongs to has no title of it', () => {
  assert.deepEqual(people('The lawyer of Maria Gonzalez said on Monday that she was well.'), [
    'Maria Gonzalez',
  ]);
});

test('text without people is left alone', () => {
  assert.deepEqual(people('The ministry said exports rose by three percent last year.'), []);
  assert.deepEqual(people('the ministry said exports rose by three percent last year'), []);
  assert.deepEqual(people(''), []);
});
