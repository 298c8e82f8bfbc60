import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv } from './table/csv';
import { exportRows, filterRows, nextSort, sortRows, type Column } from './table/rows';
import './table/table.css';
import { TableTools } from './table/TableTools';
import { useUrlValues } from './table/urlState';

export type TableColumn<R> = Column<R> & {
  /** What is shown where the text alone is not enough. */
  cell?: (row: R) => ReactNode;
  numeric?: boolean;
  /** Searched, filtered and exported, but not shown: there is no room. */
  hidden?: boolean;
  /** Holds sentences. */
  wide?: boolean;
};

type Props<R> = {
  /** Prefix of this table in the address line; empty for the only table of a page. */
  id?: string;
  caption: string;
  rows: readonly R[];
  columns: readonly TableColumn<R>[];
  rowKey: (row: R) => string;
  /** Name of the exported file. */
  exportName: string;
  /** The row whose detail is open beside the table. */
  current?: string | undefined;
  /** Colour only for the abnormal: `warn` and `bad` mark the row. */
  tone?: (row: R) => 'warn' | 'bad' | undefined;
  pageSize?: number;
  children?: ReactNode;
};

/** Rows to find, sort, page and take along as CSV; everything chosen stands in the address line. */
export function DataTable<R>(props: Props<R>) {
  const {
    id = '',
    caption,
    rows,
    columns,
    rowKey,
    exportName,
    current,
    tone,
    pageSize = 50,
  } = props;
  const { t } = useTranslation('table');
  const { value, set } = useUrlValues();
  const name = (part: string) => (id ? `${id}-${part}` : part);
  const q = value(name('q'));
  const sort = value(name('sort'));
  const page = Math.max(1, Number(value(name('page'))) || 1);
  const chosen = columns.map((c) => value(name(c.id))).join('\n');

  const found = useMemo(() => {
    const values = chosen.split('\n');
    const choices = Object.fromEntries(columns.map((c, i) => [c.id, c.choices ? values[i]! : '']));
    return sortRows(filterRows(rows, columns, { q, choices }), columns, sort);
  }, [rows, columns, q, chosen, sort]);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = found.slice(
    (Math.min(page, pages) - 1) * pageSize,
    Math.min(page, pages) * pageSize,
  );

  const visible = columns.filter((c) => !c.hidden);
  const head = (c: TableColumn<R>) => {
    const direction = sort === c.id ? 'ascending' : sort === `-${c.id}` ? 'descending' : 'none';
    return (
      <th key={c.id} scope="col" aria-sort={direction} className={c.numeric ? 'n' : undefined}>
        <button type="button" onClick={() => set({ [name('sort')]: nextSort(sort, c.id) })}>
          {c.header}
          <span aria-hidden="true">
            {{ ascending: ' ▲', descending: ' ▼', none: '' }[direction]}
          </span>
        </button>
      </th>
    );
  };

  return (
    <div className="dt">
      <TableTools
        caption={caption}
        q={q}
        onQuery={(text) => set({ [name('q')]: text, [name('page')]: undefined })}
        choices={columns.flatMap((c) =>
          c.choices ? [{ ...c, choices: c.choices, chosen: value(name(c.id)) }] : [],
        )}
        onChoice={(column, v) => set({ [name(column)]: v, [name('page')]: undefined })}
        count={t('count', { shown: found.length, all: rows.length })}
        onExport={() => downloadCsv(exportName, exportRows(found, columns))}
      >
        {props.children}
      </TableTools>
      <div className="dt-scroll" role="group" aria-label={caption} tabIndex={0}>
        <table>
          <thead>
            <tr>{visible.map(head)}</tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={rowKey(row)}
                aria-current={current !== undefined && current === rowKey(row) ? 'true' : undefined}
                data-tone={tone?.(row)}
              >
                {visible.map((c) => (
                  <td key={c.id} className={c.numeric ? 'n' : c.wide ? 'wide' : undefined}>
                    {c.cell ? c.cell(row) : c.text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {found.length === 0 && (
          <p className="dt-empty">{rows.length ? t('noneFound') : t('empty')}</p>
        )}
      </div>
      {pages > 1 && (
        <nav className="dt-pages" aria-label={t('pages')}>
          <button
            type="button"
            className="btn"
            disabled={page <= 1}
            onClick={() => set({ [name('page')]: String(page - 1) })}
          >
            {t('previous')}
          </button>
          <span>{t('page', { page: Math.min(page, pages), pages })}</span>
          <button
            type="button"
            className="btn"
            disabled={page >= pages}
            onClick={() => set({ [name('page')]: String(page + 1) })}
          >
            {t('next')}
          </button>
        </nav>
      )}
    </div>
  );
}
