import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { exceptionName } from '@/shared/api/batches';
import type { BatchView, BatchException } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { factText } from '@/shared/lib/units';
import { paths } from '@/shared/routing';
import { Decide } from './Decide';
import { TrendExcerpt } from './TrendExcerpt';

/** What somebody wrote, in the language it was written in. */
const OWN_WORDS = ['reason', 'comment'];

/** One exception with everything needed to judge it. */
export function ExceptionDetail({
  batch,
  exception: e,
}: {
  batch: BatchView;
  exception: BatchException;
}) {
  const { t } = useTranslation(['review', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  const facts: [string, string | undefined][] = [
    ['step', e.stepNumber],
    ['parameter', e.parameter],
    ['value', factText(e.value)],
    ['limit', factText(e.limit)],
    ['reason', e.reason],
    ['opened', `${person(e.openedBy)} · ${time.exact(e.openedAt)}`],
    ['type', t(`type.${e.type}`, { defaultValue: e.type })],
    ['decision', e.decision && t(`decision.${e.decision}`, { defaultValue: e.decision })],
    ['comment', e.comment],
    ['decided', e.decidedAt && `${person(e.decidedBy)} · ${time.exact(e.decidedAt)}`],
  ];
  return (
    <section
      className="panel stack exception-detail"
      aria-label={`${t('exceptions.detail')} ${exceptionName(e)}`}
      data-testid="exception-detail"
    >
      <div className="row">
        <h2>
          {exceptionName(e)} {text(e.text)}
        </h2>
      </div>
      <div className="row">
        <span
          className={
            { CRITICAL: 'tag bad', MAJOR: 'tag warn', MINOR: 'tag', INFO: 'tag' }[e.severity]
          }
        >
          {t(`common:severity.${e.severity}`)}
        </span>
        <span className="tag">{t(`state.${e.state}`)}</span>
        {e.step && (
          <Link className="btn" to={paths.record(batch.header.id)} hash={e.step}>
            {t('exceptions.inRecord')}
          </Link>
        )}
      </div>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value
            ? [
                <dt key={`${name}t`}>{t(`fact.${name}`)}</dt>,
                <dd key={`${name}d`} translate={OWN_WORDS.includes(name) ? 'no' : undefined}>
                  {value}
                </dd>,
              ]
            : null,
        )}
      </dl>
      <TrendExcerpt batch={batch} exception={e} />
      <Decide batch={batch} exception={e} />
    </section>
  );
}
