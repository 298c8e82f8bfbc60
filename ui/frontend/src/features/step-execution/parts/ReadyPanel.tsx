import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '@/shared/components/Icons';

type Props = {
  count: number;
  comment: string;
  onComment: (comment: string) => void;
  signature: boolean;
};

/** Nothing is due any more: look over the list, add a remark if there is one, complete. */
export function ReadyPanel({ count, comment, onComment, signature }: Props) {
  const { t } = useTranslation('step');
  const id = useId();
  return (
    <section className="panel entry-panel" aria-label={t('ready.title')} data-testid="ready">
      <p className="scan-done">
        <CheckIcon size={36} /> {t(count === 0 ? 'ready.nothing' : 'ready.title')}
      </p>
      <p>{t(signature ? 'ready.sign' : 'ready.complete')}</p>
      <label className="field" htmlFor={id}>
        {t('ready.comment')}
        <textarea
          id={id}
          rows={4}
          maxLength={2000}
          value={comment}
          onChange={(e) => onComment(e.target.value)}
        />
      </label>
    </section>
  );
}
