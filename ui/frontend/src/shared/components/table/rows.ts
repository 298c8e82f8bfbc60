/** What the table needs to know of a column; `text` is what is searched, sorted and exported. */
export type Column<R> = {
  id: string;
  header: string;
  text: (row: R) => string;
  /** What orders the rows where the text does not, for example a time or a severity. */
  order?: (row: R) => number | string;
  /** Choices of a drop-down over the table; without it the column is only searched. */
  choices?: readonly { value: string; label: string }[];
  /** The value a choice is compared with. */
  choice?: (row: R) => string;
};

/** `sort` is a column id, with a leading minus for descending. */
export type TableState = { q: string; sort: string; page: number; choices: Record<string, string> };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
/** Full-width letters and digits from a Japanese keyboard find their half-width twins. */
const fold = (s: string) => s.normalize('NFKC').toLowerCase();

/** Every word must occur somewhere in the row, every choice must match. */
export function filterRows<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  { q, choices }: Pick<TableState, 'q' | 'choices'>,
): R[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const chosen = columns.filter((c) => choices[c.id] && (c.choice ?? c.text));
  return rows.filter(
    (row) =>
      chosen.every((c) => (c.choice ?? c.text)(row) === choices[c.id]) &&
      (words.length === 0 ||
        ((line) => words.every((w) => line.includes(w)))(
          fold(columns.map((c) => c.text(row)).join('\n')),
        )),
  );
}

/** Stable; an unknown column leaves the order of the server. */
export function sortRows<R>(rows: R[], columns: readonly Column<R>[], sort: string): R[] {
  const down = sort.startsWith('-');
  const column = columns.find((c) => c.id === (down ? sort.slice(1) : sort));
  if (!column) return rows;
  const key = column.order ?? column.text;
  const compare = (a: R, b: R) => {
    const x = key(a),
      y = key(b);
    return typeof x === 'number' && typeof y === 'number'
      ? x - y
      : collator.compare(String(x), String(y));
  };
  return rows.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}

/** The next sort of a pressed header: ascending, descending, the server's order. */
export function nextSort(sort: string, id: string): string {
  if (sort === id) return `-${id}`;
  return sort === `-${id}` ? '' : id;
}

/** Header and rows as texts, in the order and selection the person sees. */
export function exportRows<R>(rows: readonly R[], columns: readonly Column<R>[]): string[][] {
  return [columns.map((c) => c.header), ...rows.map((row) => columns.map((c) => c.text(row)))];
}
