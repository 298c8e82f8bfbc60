import { describe, expect, it } from 'vitest';
import type { Parameter, StepView } from '@/shared/api/types';
import { completeValues, isSettled, itemsOf, needsSupervisor, nextOpen } from './items';
import { secondEntryView } from './recorded';

const text = (en: string) => ({ en, ja: en });
const parameter = (id: string, more: Partial<Parameter> = {}): Parameter => ({
  id,
  name: text(id),
  type: 'DECIMAL',
  classification: 'CPP',
  source: { kind: 'MANUAL' },
  policy: 'REASON',
  decimals: 1,
  required: true,
  choices: [],
  limits: { normal: { low: '1', high: '2' }, alert: [], allowed: [], rejectAbove: '5' },
  ...more,
});

const view = (parameters: Parameter[], scanned = true): StepView =>
  ({
    identityScans: [
      {
        id: 'bag',
        name: text('bag'),
        container: 'bag',
        ...(scanned && { done: { at: '', by: '' } }),
      },
    ],
    parameters,
  }) as unknown as StepView;

const entries = (values: Record<string, string>, reasons = {}, byHand: string[] = []) => ({
  values,
  reasons,
  byHand,
});
const states = (v: StepView, e: ReturnType<typeof entries>, server = {}) =>
  itemsOf(v, e, server).map((i) => i.state);

describe('items of a step', () => {
  it('put the identity scans first', () => {
    const items = itemsOf(view([parameter('a')], false), entries({}), {});
    expect(items.map((i) => i.id)).toEqual(['scan:bag', 'a']);
    expect(nextOpen(items, undefined)?.id).toBe('scan:bag');
  });

  it('outside the limits ask for a reason, and are settled with one', () => {
    const v = view([parameter('a')]);
    expect(states(v, entries({ a: '3' }))).toEqual(['done', 'reason']);
    expect(states(v, entries({ a: '3' }, { a: 'counted twice' }))).toEqual(['done', 'done']);
    expect(states(v, entries({ a: '1.5' }))).toEqual(['done', 'done']);
  });

  it('outside the limits stop the step where the recipe blocks', () => {
    const v = view([parameter('a', { policy: 'BLOCK' })]);
    expect(states(v, entries({ a: '6' }, { a: 'because I say so' }))).toEqual(['done', 'blocked']);
  });

  it('half a number is no value', () => {
    const v = view([parameter('a'), parameter('b', { type: 'INTEGER' })]);
    expect(completeValues(v, entries({ a: '1.', b: '-' }))).toEqual({});
    expect(states(v, entries({ a: '1.', b: '-' }))).toEqual(['done', 'todo', 'todo']);
  });

  it('the verdict of the server counts for the value it judged, not for a newer one', () => {
    const v = view([parameter('a')]);
    const server = { a: { value: '1.5', verdict: 'REJECT' as const } };
    expect(states(v, entries({ a: '1.5' }), server)).toEqual(['done', 'reason']);
    expect(states(v, entries({ a: '1.6' }), server)).toEqual(['done', 'done']);
  });

  it('a scan the server refuses is not done', () => {
    const v = view([parameter('lot', { type: 'SCAN', source: { kind: 'SCAN', of: 'LOT' } })]);
    const problem = { code: 'MA-001', rule: 'expired' };
    const server = { lot: { verdict: 'NOT_JUDGED' as const, problem } };
    expect(states(v, entries({ lot: 'LV-1' }), server)).toEqual(['done', 'blocked']);
  });

  it('a value that should have been read needs a reason when typed', () => {
    const tag = parameter('t', {
      source: { kind: 'TAG', equipment: 'bioreactor', tag: 'T_PV', maxAge: 'PT30S' },
    });
    const v = view([tag]);
    expect(states(v, entries({ t: '1.5' }, {}, ['t']))).toEqual(['done', 'reason']);
    expect(completeValues(v, entries({ t: '1.5' }))).toEqual({});
    expect(completeValues(v, entries({ t: '1.5' }, {}, ['t']))).toEqual({ t: '1.5' });
  });

  it('a second signature is asked for only outside the limits', () => {
    const v = view([parameter('a', { policy: 'SECOND_SIGNATURE' })]);
    expect(needsSupervisor(itemsOf(v, entries({ a: '1' }), {}))).toBe(false);
    expect(needsSupervisor(itemsOf(v, entries({ a: '4' }), {}))).toBe(true);
  });

  it('optional values may stay empty', () => {
    const items = itemsOf(view([parameter('a', { required: false })]), entries({}), {});
    expect(items.every(isSettled)).toBe(true);
  });

  it('of a blind second entry carry nothing of the first one', () => {
    const recorded = { value: '1.5', display: '1.50', source: 'MANUAL' } as Parameter['recorded'];
    const first = parameter('a', recorded ? { recorded } : {});
    const formula = parameter('f', { source: { kind: 'FORMULA', expression: 'a*2' } });
    const second = secondEntryView(view([first, formula]));
    expect(second.parameters.map((p) => p.id)).toEqual(['a']);
    expect(JSON.stringify(second)).not.toContain('1.5');
  });

  it.each(['REASON', 'SECOND_SIGNATURE', 'BLOCK'] as const)(
    'of a blind second entry ask no reason again where the recipe says %s',
    (policy) => {
      const second = secondEntryView(view([parameter('a', { policy })]));
      expect(states(second, entries({ a: '3' }))).toEqual(['done']);
      expect(states(second, entries({}))).toEqual(['todo']);
    },
  );
});
