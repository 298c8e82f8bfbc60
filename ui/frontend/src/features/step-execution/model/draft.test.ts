import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from './draft';

const step = { batchId: 'b1', key: 'up-x.user_y' };
const open = (person = 'tanaka') => renderHook(() => useDraft(step, person, 'perform')).result;

describe('draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('survives reload and lock, with the same request id', () => {
    const first = open();
    act(() => first.current.setValue('vcd', '1.3'));
    act(() => first.current.setReason('vcd', 'counted twice'));
    const again = open();
    expect(again.current.draft).toEqual(first.current.draft);
    expect(again.current.draft.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('belongs to one person', () => {
    const mine = open('tanaka');
    act(() => mine.current.setValue('vcd', '1.3'));
    const other = open('sato');
    expect(other.current.draft.values).toEqual({});
    expect(other.current.draft.requestId).not.toBe(mine.current.draft.requestId);
  });

  it('forgets the reason when the value changes', () => {
    const draft = open();
    act(() => draft.current.setValue('vcd', '3'));
    act(() => draft.current.setReason('vcd', 'counted twice'));
    act(() => draft.current.setValue('vcd', '4'));
    expect(draft.current.draft.reasons).toEqual({});
  });

  it('is gone once recorded', () => {
    const draft = open();
    act(() => draft.current.setValue('vcd', '1.3'));
    const id = draft.current.draft.requestId;
    draft.current.drop();
    expect(open().current.draft.values).toEqual({});
    expect(open().current.draft.requestId).not.toBe(id);
  });

  it('that cannot be read is an empty one', () => {
    sessionStorage.setItem('kizuna.draft/tanaka/b1/up-x.user_y/perform', '{broken');
    expect(open().current.draft.values).toEqual({});
  });
});
