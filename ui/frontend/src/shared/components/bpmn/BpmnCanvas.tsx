import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '@/shared/i18n';
import { withLabels, type Activity, type Diagram } from './labels';

type Canvas = {
  zoom: (to?: number | 'fit-viewport', centre?: 'auto') => number;
  addMarker: (id: string, name: string) => void;
};
type Overlays = {
  add: (id: string, o: { position: Record<string, number>; html: HTMLElement }) => void;
};
type Registry = { get: (id: string) => unknown };
type Events = {
  on: (name: string, f: (e: { element: { id: string; type: string } }) => void) => void;
};

type Props = {
  diagram: Diagram;
  activities: readonly Activity[];
  onCall: (elementId: string) => void;
};

const FONT = '"Noto Sans JP Variable", "Noto Sans CJK JP", sans-serif';

/** The heavy half of BpmnView. bpmn-js keeps its watermark: bottom right stays free (its licence). */
export default function BpmnCanvas({ diagram, activities, onCall }: Props) {
  const { t } = useTranslation('bpmn');
  const text = useText();
  const host = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer>(undefined);
  const call = useRef(onCall);
  useEffect(() => {
    call.current = onCall;
  });
  const names = JSON.stringify(activities.map((a) => [a.elementId, text(a.name)]));
  const states = JSON.stringify(activities.map((a) => [a.elementId, a.state, a.note ?? '']));

  useEffect(() => {
    if (!host.current) return;
    const element = host.current;
    const shown = new NavigatedViewer({
      container: element,
      textRenderer: { defaultStyle: { fontFamily: FONT, fontSize: 17, fontWeight: 500 } },
    });
    viewer.current = shown;
    let gone = false;
    const xml = withLabels(diagram.bpmnXml, new Map(JSON.parse(names) as [string, string][]));
    shown
      .importXML(xml)
      .then(() => {
        if (gone) return;
        mark(shown, JSON.parse(states) as [string, Activity['state'], string][], t);
        shown.get<Events>('eventBus').on('element.click', (e) => {
          if (e.element.type === 'bpmn:CallActivity') call.current(e.element.id);
        });
        fit(shown);
        element.dataset.ready = 'true';
      })
      .catch(() => {
        if (!gone) element.dataset.ready = 'failed';
      });
    const observer = new ResizeObserver(() => element.dataset.ready === 'true' && fit(shown));
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
      shown.destroy();
      delete element.dataset.ready;
    };
  }, [diagram, names, states, t]);

  const zoom = (factor: number) => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor, 'auto');
  };
  return (
    <div className="bpmn-box">
      <div className="bpmn-buttons">
        <button type="button" className="btn" onClick={() => viewer.current && fit(viewer.current)}>
          {t('fit')}
        </button>
        <button type="button" className="btn" aria-label={t('zoomIn')} onClick={() => zoom(1.25)}>
          ＋
        </button>
        <button type="button" className="btn" aria-label={t('zoomOut')} onClick={() => zoom(0.8)}>
          －
        </button>
      </div>
      <div
        ref={host}
        className="bpmn"
        role="region"
        aria-label={t('diagram', { title: text(diagram.title) })}
        data-testid="bpmn"
      />
    </div>
  );
}

function fit(viewer: NavigatedViewer) {
  const canvas = viewer.get<Canvas>('canvas');
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(Math.min(canvas.zoom() * 0.95, 1.4), 'auto');
}

/** Never colour alone: done has a tick, active a badge, an exception its number. */
function mark(
  viewer: NavigatedViewer,
  states: [string, Activity['state'], string][],
  t: (key: string) => string,
) {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  for (const [id, state, note] of states) {
    if (!registry.get(id) || state === 'FUTURE') continue;
    canvas.addMarker(id, `st-${state.toLowerCase()}`);
    const badge = document.createElement('div');
    badge.className = `bpmn-badge ${state.toLowerCase()}`;
    badge.textContent = { DONE: '✓', ACTIVE: `▶ ${t('active')} ${note}`, EXCEPTION: `! ${note}` }[
      state
    ].trim();
    overlays.add(id, { position: { top: -16, left: 8 }, html: badge });
  }
}
