import { useTranslation } from 'react-i18next';
import type { BatchHeader } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { Glyph } from './Glyph';
import './identity-banner.css';

/** Whose material this is. Stands above every dialog and above the lock (z-index), on every batch page. */
export function IdentityBanner({ header }: { header: BatchHeader }) {
  const { t } = useTranslation('common');
  const text = useText();
  const halted = header.state !== 'RUNNING' && header.state !== 'COMPLETE';
  return (
    <section className="ident" aria-label={t('identity.label')} data-testid="identity-banner">
      <Glyph glyph={header.glyph} dark />
      <dl>
        <div>
          <dt>{t('identity.code')}</dt>
          <dd className="code" data-testid="identity-code">
            {header.shortCode}
          </dd>
        </div>
        <div>
          <dt>{t('identity.word')}</dt>
          <dd className="code">{text(header.checkWord)}</dd>
        </div>
        <div className="wide">
          <dt>{t('identity.product')}</dt>
          <dd>{text(header.product.name)}</dd>
        </div>
        <div>
          <dt>{t('identity.batch')}</dt>
          <dd>{header.number}</dd>
        </div>
        <div>
          <dt>{t('identity.coi')}</dt>
          <dd>{header.coi}</dd>
        </div>
      </dl>
      {halted && <strong className="state">{t(`batchState.${header.state}`)}</strong>}
    </section>
  );
}
