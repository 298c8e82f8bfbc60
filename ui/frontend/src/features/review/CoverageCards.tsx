import { useTranslation } from 'react-i18next';
import type { Coverage } from '@/shared/api/types';
import { WarnIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';

/** What was looked at, so that "nothing shown" is evidence. */
export function CoverageCards({ coverage }: { coverage: Coverage[] }) {
  const { t } = useTranslation('review');
  const text = useText();
  return (
    <ul className="coverage" aria-label={t('coverage.title')}>
      {coverage.map((c) => {
        const complete = c.good === c.total;
        return (
          <li
            key={c.id}
            className="panel"
            data-complete={complete}
            data-testid={`coverage-${c.id}`}
          >
            <span>{text(c.name)}</span>
            <b>
              {c.good} / {c.total}
            </b>
            <span className={complete ? 'muted' : 'tag warn'}>
              {!complete && <WarnIcon size={16} />}
              {c.total === 0
                ? t('coverage.none')
                : complete
                  ? t('coverage.complete')
                  : t('coverage.missing', { count: c.total - c.good })}
            </span>
            {c.detail && <span className="muted coverage-detail">{text(c.detail)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
