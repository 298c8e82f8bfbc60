import type { BatchView, Review } from '@/shared/api/types';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import { SignReviewStep } from './SignReviewStep';

const REVIEW_STEP = 'user_review_batch_record';

/** Who reviewed, and the review step of the release procedure while it waits for its signature. */
export function ReviewStep({ batch, review }: { batch: BatchView; review: Review }) {
  const { t } = useTranslation(['review', 'sign']);
  const person = usePersonText();
  const time = useTime();
  const queries = useQueryClient();
  const step = batch.unitProcedures
    .flatMap((u) => u.steps)
    .find((s) => s.key.split('.')[1]?.startsWith(REVIEW_STEP) && s.state === 'OPEN');
  return (
    <section className="panel stack" aria-label={t('reviews.title')}>
      <h2>{t('reviews.title')}</h2>
      {review.reviews.length === 0 && <p className="muted">{t('reviews.none')}</p>}
      <ul className="reviews">
        {review.reviews.map((r) => (
          <li key={`${r.at} ${r.meaning}`}>
            <b>{person(r.by)}</b> · {time.exact(r.at)} ·{' '}
            {t(`sign:meaning.${r.meaning}`, { defaultValue: r.meaning })}
          </li>
        ))}
      </ul>
      {step && (
        <div className="row">
          <SignReviewStep
            batch={batch}
            stepKey={step.key}
            onSigned={() =>
              void queries.invalidateQueries({ queryKey: ['batch', batch.header.id] })
            }
          />
          <Link className="btn" to={paths.step(batch.header.id, step.key)}>
            {t('reviews.openStep')}
          </Link>
        </div>
      )}
    </section>
  );
}
