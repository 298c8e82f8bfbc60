import type { Activity, Diagram } from '@/shared/api/types';

/**
 * The diagram with its names in the person's language. Only the copy that is drawn changes: the
 * approved file stays as it was signed.
 */
export function withLabels(bpmnXml: string, names: ReadonlyMap<string, string>): string {
  const document = new DOMParser().parseFromString(bpmnXml, 'application/xml');
  if (document.querySelector('parsererror')) return bpmnXml;
  for (const element of document.querySelectorAll('[id]')) {
    const name = names.get(element.getAttribute('id') ?? '');
    if (name && !element.namespaceURI?.includes('/DI')) element.setAttribute('name', name);
  }
  return new XMLSerializer().serializeToString(document);
}

/** The diagram to open first: the deepest one that is under way, else the procedure. */
export function startDiagram(
  diagrams: readonly Diagram[],
  activities: readonly Activity[],
): string {
  const order = diagrams.map((d) => d.processId);
  const busy = activities.filter((a) => a.state === 'ACTIVE' || a.state === 'EXCEPTION');
  const deepest = busy.map((a) => order.indexOf(a.processId)).sort((a, b) => b - a)[0];
  return order[deepest ?? 0] ?? order[0] ?? '';
}
