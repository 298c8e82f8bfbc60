import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { label: string; className?: string; children: ReactNode };

/** A part of the page that scrolls by itself and says so: gloves find no thin scroll bar. */
export function ScrollPanel({ label, className = '', children }: Props) {
  const { t } = useTranslation('step');
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setMore(element.scrollHeight - element.clientHeight - element.scrollTop > 8);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [children]);
  const down = () => box.current?.scrollBy({ top: box.current.clientHeight * 0.7 });
  return (
    <div className={`scroll-panel ${className}`}>
      <div ref={box} className="scroll-inner" role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
      {more && (
        <button type="button" className="btn more" onClick={down}>
          <span aria-hidden="true">▼</span>
          {t('more')}
        </button>
      )}
    </div>
  );
}
