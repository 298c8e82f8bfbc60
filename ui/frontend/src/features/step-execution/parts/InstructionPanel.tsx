import { useTranslation } from 'react-i18next';
import type { StepView } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { ScrollPanel } from './ScrollPanel';

/** What to do, in the approved words of the recipe; scrolls with a cue while the actions stay. */
export function InstructionPanel({ view }: { view: StepView }) {
  const { t } = useTranslation('step');
  const text = useText();
  return (
    <ScrollPanel label={t('instructions')} className="instructions">
      <ol>
        {view.instructions.map((line, i) => (
          <li key={i}>{text(line)}</li>
        ))}
      </ol>
      {view.caution && (
        <p className="caution">
          <b>{t('caution')}:</b> {text(view.caution)}
        </p>
      )}
    </ScrollPanel>
  );
}
