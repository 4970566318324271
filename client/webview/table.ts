import type { Location } from 'vscode-languageclient';
import type { EntityName } from '../../server/folder/entities.ts';
import { button, element } from './elements.ts';
import { arrangeTable, askPlaces, askSentence, tell, viewOf, words } from './host.ts';

/** A column of a table: its heading and what it shows of a row; numbers are aligned and sort from large to small. */
export interface Column<Row> {
  readonly heading: string;
  readonly of: (row: Row) => string | number;
}

/** A row knows its places, or the entity that is asked for them. */
export interface TableRow {
  readonly places?: readonly Location[];
  readonly entity?: EntityName;
}

/** So many rows are shown; the filter reaches the others. */
const MOST_ROWS = 500;

/**
 * A table of the rows with a filter and headings that sort. A row unfolds to its places, each with its sentence and a
 * way to it. `label` names the table to a screen reader; what a person does to it is kept under that name. `left` is how
 * many more rows there would be.
 */
export function tableOf<Row extends TableRow>(
  label: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  left = 0,
): HTMLElement {
  const body = element('tbody');
  const known = viewOf().tables?.[label];
  let { sorted } = known ?? {};
  const open = new Set(known?.open);
  const filter = element('input', {
    ...{ type: 'search', placeholder: words.filter, 'aria-label': words.filter, value: known?.filter ?? '' },
    'data-focus': `${label} filter`,
  });

  const headings = columns.map((column, index) => {
    const isNumber = rows[0] !== undefined && typeof column.of(rows[0]) === 'number';
    const heading = element('th', { scope: 'col', class: isNumber ? 'number' : undefined });
    const name = `${label} heading ${index}`;
    heading.append(button(column.heading, () => sortBy(index), { class: 'plain', 'data-focus': name }));
    return heading;
  });

  function sortBy(column: number): void {
    const isNumber = headings[column]?.className === 'number';
    sorted = { column, descending: sorted?.column === column ? !sorted.descending : isNumber };
    arrangeTable(label, { sorted });
    fill();
  }

  function fill(): void {
    for (const [index, heading] of headings.entries())
      if (index !== sorted?.column) heading.removeAttribute('aria-sort');
      else heading.setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
    const shown = filterRows(rows, columns, filter.value);
    const of = sorted && columns[sorted.column]?.of;
    const ordered = of && sorted ? sortRows(shown, of, sorted.descending) : shown;
    const told = ordered.slice(0, MOST_ROWS);
    body.replaceChildren(...told.flatMap((row) => toRows(label, row, columns, open)));
    const hidden = left + ordered.length - told.length;
    rest.textContent = hidden > 0 ? `${words.left}: ${hidden}` : '';
  }

  filter.addEventListener('input', () => {
    arrangeTable(label, { filter: filter.value });
    fill();
  });
  const rest = element('p', { class: 'rest' });
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
  scroll.addEventListener('scrollend', () => arrangeTable(label, { scroll: scroll.scrollTop }));
  if (known?.scroll !== undefined) requestAnimationFrame(() => scroll.scrollTo(0, known.scroll ?? 0));
  return element('section', {}, bar, scroll, rest);
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

function toRows<Row extends TableRow>(
  label: string,
  row: Row,
  columns: readonly Column<Row>[],
  open: Set<string>,
): readonly HTMLElement[] {
  const details = element('tr', { hidden: true });
  const isFoldable = row.entity !== undefined || 0 < (row.places?.length ?? 0);
  const cells = columns.map(({ of }, index) => {
    const value = of(row);
    const cell = element('td', { class: typeof value === 'number' ? 'number' : undefined });
    if (index === 0 && isFoldable) {
      const name = String(value);
      const unfold = button(name, () => toggle(unfold, name), {
        ...{ class: 'plain link', 'aria-expanded': 'false' },
        'data-focus': `${label} row ${name}`,
      });
      cell.append(unfold);
      if (open.has(name)) toggle(unfold, name);
    } else cell.append(String(value));
    return cell;
  });

  function toggle(unfold: HTMLButtonElement, name: string): void {
    details.hidden = !details.hidden;
    unfold.setAttribute('aria-expanded', String(!details.hidden));
    if (details.hidden) open.delete(name);
    else open.add(name);
    arrangeTable(label, { open: [...open] });
    if (details.childElementCount > 0) return;
    const cell = element('td', { colspan: columns.length });
    details.append(cell);
    if (row.entity) void askPlaces(row.entity).then((places) => cell.append(listPlaces(places)));
    else cell.append(listPlaces(row.places ?? []));
  }

  return [element('tr', {}, ...cells), details];
}

/** The places with their sentences, each a way there. */
function listPlaces(places: readonly Location[]): HTMLElement {
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
