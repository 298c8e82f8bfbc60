import { expect, it } from 'vitest';
import { exportRows, filterRows, nextSort, sortRows, type Column } from './rows';

type Row = { number: string; severity: string; text: string };
const rows: Row[] = [
  { number: '5.10', severity: 'MINOR', text: 'late 14 min' },
  { number: '5.2', severity: 'CRITICAL', text: 'density above limit' },
  { number: '7.1', severity: 'MAJOR', text: '生細胞密度 K7M-42' },
];
const columns: Column<Row>[] = [
  { id: 'number', header: 'Step', text: (r) => r.number },
  {
    id: 'severity',
    header: 'Severity',
    text: (r) => r.severity,
    order: (r) => ['CRITICAL', 'MAJOR', 'MINOR'].indexOf(r.severity),
  },
  { id: 'text', header: 'What', text: (r) => r.text },
];
const find = (q: string, choices: Record<string, string> = {}) =>
  filterRows(rows, columns, { q, choices }).map((r) => r.number);

it('finds every word anywhere in the row, whatever the width of the letters', () => {
  expect(find('LIMIT density')).toEqual(['5.2']);
  expect(find('Ｋ７Ｍ')).toEqual(['7.1']);
  expect(find('limit late')).toEqual([]);
});

it('combines choices with the search', () => {
  expect(find('', { severity: 'MAJOR' })).toEqual(['7.1']);
  expect(find('late', { severity: 'MAJOR' })).toEqual([]);
});

it('sorts step numbers as people count and severities by weight', () => {
  expect(sortRows(rows, columns, 'number').map((r) => r.number)).toEqual(['5.2', '5.10', '7.1']);
  expect(sortRows(rows, columns, 'severity').map((r) => r.number)).toEqual(['5.2', '7.1', '5.10']);
  expect(sortRows(rows, columns, '-number').map((r) => r.number)).toEqual(['7.1', '5.10', '5.2']);
  expect(sortRows(rows, columns, 'gone')).toBe(rows);
});

it('walks a header through ascending, descending and the order of the server', () => {
  expect(nextSort('', 'a')).toBe('a');
  expect(nextSort('a', 'a')).toBe('-a');
  expect(nextSort('-a', 'a')).toBe('');
  expect(nextSort('-b', 'a')).toBe('a');
});

it('exports what is seen', () => {
  expect(exportRows(rows.slice(0, 1), columns)).toEqual([
    ['Step', 'Severity', 'What'],
    ['5.10', 'MINOR', 'late 14 min'],
  ]);
});
