import { useTranslation } from 'react-i18next';
import type { LiveTag } from '@/shared/api/types';
import { WarnIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { rangeText } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import { useFreshness, useLiveValues } from '@/shared/live/live';

/** Values of the equipment as they are now: a bar against the limits, grey when they are old. */
export function LiveStrip({ tags }: { tags: LiveTag[] }) {
  const { t } = useTranslation('step');
  const values = useLiveValues(tags.map((x) => x.tagId));
  if (tags.length === 0) return null;
  return (
    <section className="panel live" aria-label={t('live.title')} data-count={tags.length}>
      {tags.map((tag) => (
        <LiveLine key={tag.tagId} tag={tag} value={values[tag.tagId]} />
      ))}
    </section>
  );
}

type Value = ReturnType<typeof useLiveValues>[string];

function LiveLine({ tag, value }: { tag: LiveTag; value: Value | undefined }) {
  const { t } = useTranslation('step');
  const text = useText();
  const { stale, seconds } = useFreshness(value);
  const number = value?.v === undefined ? undefined : Number(value.v);
  const low = tag.low === undefined ? undefined : Number(tag.low);
  const high = tag.high === undefined ? undefined : Number(tag.high);
  const below = number !== undefined && low !== undefined && number < low;
  const above = number !== undefined && high !== undefined && number > high;
  const limits = rangeText({
    ...(tag.low && { low: tag.low }),
    ...(tag.high && { high: tag.high }),
  });
  return (
    <div className="live-line" data-stale={stale} data-testid={`live-${tag.tagId}`}>
      <div className="live-name">
        {text(tag.name)}
        <small className="muted">{tag.tagId}</small>
        {limits && (
          <small className="muted">
            {limits} {unitText(tag.unit)}
          </small>
        )}
      </div>
      <output>
        {value?.text ?? shownNumber(number, tag.decimals)} <small>{unitText(tag.unit)}</small>
      </output>
      <span className="live-state">
        {stale ? (
          <span className="tag warn">
            <WarnIcon size={20} />
            {seconds === undefined ? t('live.none') : t('live.stale', { seconds })}
          </span>
        ) : (
          (below || above) && (
            <span className="tag bad">
              <WarnIcon size={20} />
              {t(below ? 'live.below' : 'live.above')}
            </span>
          )
        )}
      </span>
      {number !== undefined && low !== undefined && high !== undefined && (
        <Bar value={number} low={low} high={high} />
      )}
    </div>
  );
}

/** A live value is shown, never recorded from here; the server reads what is recorded. */
const shownNumber = (value: number | undefined, decimals: number): string =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : new Intl.NumberFormat('en', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: false,
      }).format(value);

/** The limits fill the middle half, so that a value off limits still has room to show how far. */
function Bar({ value, low, high }: { value: number; low: number; high: number }) {
  const span = (high - low) * 2 || 1;
  const at = (x: number) => Math.min(100, Math.max(0, ((x - low) / span) * 100 + 25));
  return (
    <div className="bar" aria-hidden="true">
      <i style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      <b style={{ left: `${at(value)}%` }} />
    </div>
  );
}
