import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '@/shared/api/types';
import { Glyph } from '@/shared/components/Glyph';
import { ClockIcon, WarnIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { useRefusalText } from '@/shared/i18n/refusals';
import { usePersonText } from '@/shared/lib/person';
import { spanText, useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import { usePlantNow } from '@/shared/session/clock';

/** One step to do; the whole card is the target. */
export function WorkCard({ item }: { item: WorkItem }) {
  const { t } = useTranslation('work');
  const words = useRefusalText();
  const text = useText();
  const { batch, step, action, refusal } = item;
  return (
    <Link
      className="work-card"
      to={paths.step(batch.id, step.key) as string}
      data-testid="work-card"
      data-action={action}
      data-step={step.key}
    >
      <Glyph glyph={batch.glyph} />
      <span className="who">
        <b className="code">{batch.shortCode}</b>
        <span>{text(batch.checkWord)}</span>
      </span>
      <span className="what">
        <span className="muted">
          {t('step', { number: step.number })} · {text(item.unitProcedure.title)} · {batch.suite}
        </span>
        <b>{text(step.title)}</b>
        {refusal ? (
          <span className="refused">
            <WarnIcon size={20} />{' '}
            {batch.state === 'RUNNING'
              ? t(`errors:code.${refusal.code}`, { defaultValue: words(refusal.rule) })
              : t(`common:batchState.${batch.state}`)}
          </span>
        ) : (
          <Since item={item} />
        )}
      </span>
      <Due dueAt={item.dueAt} />
      <span className="btn primary go">{t(`action.${action}`)}</span>
    </Link>
  );
}

function Since({ item }: { item: WorkItem }) {
  const { t } = useTranslation('work');
  const time = useTime();
  const personText = usePersonText();
  return (
    <span className="muted">
      {item.action === 'VERIFY' && item.requestedBy !== undefined
        ? t('askedBy', { name: personText(item.requestedBy) })
        : t('openSince', { time: time.dateTime(item.openedAt) })}
    </span>
  );
}

function Due({ dueAt }: { dueAt: string | undefined }) {
  const { t } = useTranslation('work');
  const now = usePlantNow();
  if (!dueAt) return null;
  const left = Date.parse(dueAt) - now;
  return (
    <span className={`tag ${left < 0 ? 'bad' : ''}`} role="timer">
      <ClockIcon size={20} /> {t(left < 0 ? 'overdue' : 'due', { span: spanText(left) })}
    </span>
  );
}
