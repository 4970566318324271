import type { Location } from 'vscode-languageclient';
import { button, element } from './elements.ts';
import { askSentence, tell, words } from './host.ts';

/** A column of a table: its heading and what it shows of a row; numbers are aligned and sort from large to small. */
export interface Column<Row> {
  readonly heading: string;
  readonly of: (row: Row) => string | number;
}

export interface TableRow {
  readonly places: readonly Location[];
}

/** So many rows are shown; the filter reaches the others. */
const MOST_ROWS = 500;

/**
 * A table of the rows with a filter and headings that sort. A row unfolds to its places, each with its sentence and a
 * way to it. `label` names the table to a screen reader.
 */
export function tableOf<Row extends TableRow>(
  label: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): HTMLElement {
  const body = element('tbody');
  let sorted: { column: number; descending: boolean } | undefined;
  const filter = element('input', { type: 'search', placeholder: words.filter, 'aria-label': words.filter });

  const headings = columns.map((column, index) => {
    const heading = element('th', { scope: 'col' });
    heading.append(button(column.heading, () => sortBy(index), { class: 'plain' }));
    return heading;
  });

  function sortBy(column: number): void {
    const isNumber = typeof rows[0] === 'object' && typeof columns[column]?.of(rows[0]) === 'number';
    const descending = sorted?.column === column ? !sorted.descending : isNumber;
    sorted = { column, descending };
    for (const [index, heading] of headings.entries())
      if (index === column) heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else heading.removeAttribute('aria-sort');
    fill();
  }

  function fill(): void {
    const shown = filterRows(rows, columns, filter.value);
    const of = sorted && columns[sorted.column]?.of;
    const ordered = of && sorted ? sortRows(shown, of, sorted.descending) : shown;
    body.replaceChildren(...ordered.slice(0, MOST_ROWS).flatMap((row) => toRows(row, columns)));
  }

  filter.addEventListener('input', fill);
  fill();
  const table = element('table', { 'aria-label': label });
  table.append(element('thead', {}, element('tr', {}, ...headings)), body);
  const bar = element(
    'div',
    { class: 'bar' },
    filter,
    button(words.copy, () => tell({ type: 'copy', text: toCsv(rows, columns, '\t') })),
    button(words.saveCsv, () =>
      tell({ type: 'save', name: 'newsmark.csv', content: toCsv(rows, columns, ','), encoding: 'utf8' }),
    ),
  );
  // A region that scrolls can be reached by the keyboard.
  const scroll = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, table);
  return element('section', {}, bar, scroll);
}

function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  typed: string,
): readonly Row[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) => columns.some(({ of }) => String(of(row)).toLowerCase().includes(wanted)));
}

function sortRows<Row>(rows: readonly Row[], of: Column<Row>['of'], descending: boolean): readonly Row[] {
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const first = of(a);
    const second = of(b);
    if (typeof first === 'number' && typeof second === 'number') return direction * (first - second);
    return direction * String(first).localeCompare(String(second));
  });
}

function toRows<Row extends TableRow>(row: Row, columns: readonly Column<Row>[]): readonly HTMLElement[] {
  const details = element('tr', { hidden: true });
  const cells = columns.map(({ of }, index) => {
    const value = of(row);
    const cell = element('td', { class: typeof value === 'number' ? 'number' : undefined });
    if (index === 0 && 0 < row.places.length) {
      const unfold = button(String(value), () => toggle(unfold), {
        class: 'plain link',
        'aria-expanded': 'false',
      });
      cell.append(unfold);
    } else cell.append(String(value));
    return cell;
  });

  function toggle(unfold: HTMLButtonElement): void {
    details.hidden = !details.hidden;
    unfold.setAttribute('aria-expanded', String(!details.hidden));
    if (details.childElementCount === 0)
      details.append(element('td', { colspan: columns.length }, listPlaces(row.places)));
  }

  return [element('tr', {}, ...cells), details];
}

/** The places with their sentences, each a way there. */
export function listPlaces(places: readonly Location[]): HTMLElement {
  return element(
    'ul',
    { 'aria-label': words.places },
    ...places.map((location) => {
      const { line } = location.range.start;
      const name = decodeURIComponent(location.uri.slice(location.uri.lastIndexOf('/') + 1));
      const go = button(`${name}:${line + 1}`, () => tell({ type: 'go', location }), { class: 'plain link' });
      const item = element('li', {}, go);
      void askSentence(location).then((sentence) => item.append(` ${sentence}`));
      return item;
    }),
  );
}

function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[], separator: string): string {
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ of }) => of(row))),
  ];
  return `${lines.map((cells) => cells.map((cell) => toCell(cell, separator)).join(separator)).join('\r\n')}\r\n`;
}

/** RFC 4180; a text that a spreadsheet would take for a formula is led by an apostrophe. */
function toCell(value: string | number, separator: string): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
