import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, Diagram } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import './bpmn/bpmn.css';
import { startDiagram } from './bpmn/labels';
import { useUrlValues } from './table/urlState';

const BpmnCanvas = lazy(() => import('./bpmn/BpmnCanvas'));

type Props = { diagrams: readonly Diagram[]; activities: readonly Activity[] };

/**
 * One diagram at a time, with a switcher. Screen readers get little out of bpmn-js: whoever uses this
 * shows the same content as a list beside it.
 */
export function BpmnView({ diagrams, activities }: Props) {
  const { t } = useTranslation('bpmn');
  const text = useText();
  const { value, set } = useUrlValues();
  const wanted = value('process');
  const diagram =
    diagrams.find((d) => d.processId === wanted) ??
    diagrams.find((d) => d.processId === startDiagram(diagrams, activities));
  if (!diagram) return <p className="muted">{t('none')}</p>;
  const show = (processId: string) => set({ process: processId });
  const called = (processId: string) => {
    if (diagrams.some((d) => d.processId === processId)) show(processId);
  };
  return (
    <div className="bpmn-view">
      {diagrams.length > 1 && (
        <label className="bpmn-choice">
          {t('process')}
          <select
            className="input"
            value={diagram.processId}
            onChange={(e) => show(e.target.value)}
          >
            {diagrams.map((d) => (
              <option key={d.processId} value={d.processId}>
                {text(d.title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Suspense fallback={<p className="muted">{t('loading')}</p>}>
        <BpmnCanvas
          diagram={diagram}
          activities={activities.filter((a) => a.processId === diagram.processId)}
          onCall={called}
        />
      </Suspense>
    </div>
  );
}
