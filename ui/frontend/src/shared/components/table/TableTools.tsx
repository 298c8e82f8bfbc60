import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Choice = {
  id: string;
  header: string;
  choices: readonly { value: string; label: string }[];
  chosen: string;
};
type Props = {
  caption: string;
  q: string;
  onQuery: (text: string) => void;
  choices: Choice[];
  onChoice: (column: string, value: string) => void;
  count: string;
  onExport: () => void;
  children?: ReactNode;
};

/** Search, drop-downs, count and export over a table. */
export function TableTools({
  caption,
  q,
  onQuery,
  choices,
  onChoice,
  count,
  onExport,
  children,
}: Props) {
  const { t } = useTranslation('table');
  const id = useId();
  const [typed, setTyped] = useTyped(q, onQuery);
  return (
    <div className="dt-tools">
      <label htmlFor={`${id}q`}>{t('search')}</label>
      <input id={`${id}q`} type="search" value={typed} onChange={(e) => setTyped(e.target.value)} />
      {choices.map((c) => (
        <span key={c.id} className="dt-choice">
          <label htmlFor={`${id}${c.id}`}>{c.header}</label>
          <select
            id={`${id}${c.id}`}
            value={c.chosen}
            onChange={(e) => onChoice(c.id, e.target.value)}
          >
            <option value="">{t('all')}</option>
            {c.choices.map((o) => (
              <option key={o.value} value={o.value}>
                {o.label}
              </option>
            ))}
          </select>
        </span>
      ))}
      {children}
      <span className="dt-count" role="status">
        {count}
      </span>
      <button
        type="button"
        className="btn"
        onClick={onExport}
        aria-label={`${t('export')}: ${caption}`}
      >
        {t('export')}
      </button>
    </div>
  );
}

/** The field answers at once, the address line follows when the typing (or the IME) rests. */
function useTyped(q: string, onQuery: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(q);
  const send = useRef(onQuery);
  useEffect(() => {
    send.current = onQuery;
  });
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => send.current(typed), 250);
    return () => clearTimeout(timer);
  }, [typed, q]);
  return [typed, setTyped];
}
