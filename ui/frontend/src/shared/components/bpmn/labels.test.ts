import { expect, it } from 'vitest';
import type { Activity } from '@/shared/api/types';
import { startDiagram, withLabels } from './labels';

const xml = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><bpmn:process id="up-x"><bpmn:userTask id="user_a" name="Add vector"/><bpmn:userTask id="user_b" name="Mix"/></bpmn:process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNShape id="user_a_di" bpmnElement="user_a"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

it('swaps names by element id and leaves the rest alone', () => {
  const swapped = withLabels(xml, new Map([['user_a', 'ベクター <添加> & "混合"']]));
  const names = [
    ...new DOMParser().parseFromString(swapped, 'application/xml').querySelectorAll('[name]'),
  ];
  expect(names.map((e) => e.getAttribute('name'))).toEqual(['ベクター <添加> & "混合"', 'Mix']);
});

it('draws the approved text if it cannot be read', () => {
  expect(withLabels('<not xml', new Map([['a', 'b']]))).toBe('<not xml');
});

const activity = (processId: string, state: Activity['state']): Activity => ({
  processId,
  elementId: 'e',
  name: { en: '', ja: '' },
  state,
});
const diagrams = ['proc', 'up-a', 'up-b'].map((processId) => ({
  processId,
  title: { en: '', ja: '' },
  bpmnXml: '',
}));

it('opens where the work is', () => {
  expect(
    startDiagram(diagrams, [
      activity('proc', 'ACTIVE'),
      activity('up-b', 'ACTIVE'),
      activity('up-a', 'DONE'),
    ]),
  ).toBe('up-b');
  expect(startDiagram(diagrams, [activity('up-a', 'DONE')])).toBe('proc');
  expect(startDiagram([], [])).toBe('');
});
