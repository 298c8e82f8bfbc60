import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, Diagram } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { withLabels } from './labels';

type Box = { x: number; y: number; width: number; height: number };
type Canvas = {
  viewbox: (to?: Box) => { inner: Box; outer: Box };
  zoom: (to?: number | 'fit-viewport', centre?: 'auto') => number;
  addMarker: (id: string, name: string) => void;
};
type Overlays = {
  add: (id: string, o: { position: Record<string, number>; html: HTMLElement }) => void;
};
type Registry = { get: (id: string) => Box | undefined };
type State = [id: string, state: Activity['state']];
type Pressed = { element: { type: string; businessObject: { calledElement?: string } } };
type Events = { on: (name: string, listener: (e: Pressed) => void) => void };

type Props = {
  diagram: Diagram;
  activities: readonly Activity[];
  /** a call activity was pressed: the process it calls */
  onCall: (processId: string) => void;
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
  const states = JSON.stringify(activities.map((a) => [a.elementId, a.state]));

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
        mark(shown, JSON.parse(states) as State[], t);
        shown.get<Events>('eventBus').on('element.click', (e) => {
          const called = e.element.businessObject.calledElement;
          if (called) call.current(called);
        });
        open(shown, busyElement(JSON.parse(states) as State[]));
        element.dataset.ready = 'true';
      })
      .catch(() => {
        if (!gone) element.dataset.ready = 'failed';
      });

    return () => {
      gone = true;
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

/** Room for the badges at the top and for the watermark at the bottom: it must never be covered. */
const MARGIN = { top: 26, bottom: 50, side: 24 };
/** Below this the letters cannot be read at arm's length; then the work of now is shown, not everything. */
const SCALE_MIN = 0.7;

/** The whole diagram, as large as it goes. */
function fit(viewer: NavigatedViewer) {
  const canvas = viewer.get<Canvas>('canvas');
  const { inner, outer } = canvas.viewbox();
  const scale = wholeScale(inner, outer);
  const width = outer.width / scale;
  canvas.viewbox({
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - MARGIN.top / scale,
    width,
    height: outer.height / scale,
  });
}

const wholeScale = (inner: Box, outer: Box): number =>
  Math.min(
    (outer.width - 2 * MARGIN.side) / inner.width,
    (outer.height - MARGIN.top - MARGIN.bottom) / inner.height,
    1.4,
  );

/** Readable first: where everything would be too small, the element at work stands in the middle. */
function open(viewer: NavigatedViewer, busy: string | undefined) {
  const canvas = viewer.get<Canvas>('canvas');
  const { inner, outer } = canvas.viewbox();
  const shape = busy === undefined ? undefined : viewer.get<Registry>('elementRegistry').get(busy);
  if (!shape || wholeScale(inner, outer) >= SCALE_MIN) return fit(viewer);
  const width = outer.width / SCALE_MIN;
  const height = outer.height / SCALE_MIN;
  canvas.viewbox({
    x: shape.x + shape.width / 2 - width / 2,
    y: shape.y + shape.height / 2 - height / 2,
    width,
    height,
  });
}

const busyElement = (states: State[]): string | undefined =>
  (states.find(([, s]) => s === 'ACTIVE') ?? states.find(([, s]) => s === 'EXCEPTION'))?.[0];

/** Never colour alone: done has a tick, active a badge, an exception its number. */
function mark(viewer: NavigatedViewer, states: State[], t: (key: string) => string) {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  for (const [id, state] of states) {
    if (!registry.get(id) || state === 'FUTURE') continue;
    canvas.addMarker(id, `st-${state.toLowerCase()}`);
    const badge = document.createElement('div');
    badge.className = `bpmn-badge ${state.toLowerCase()}`;
    badge.textContent = { DONE: '✓', ACTIVE: `▶ ${t('active')}`, EXCEPTION: '!' }[state].trim();
    overlays.add(id, { position: { top: -16, left: 8 }, html: badge });
  }
}
