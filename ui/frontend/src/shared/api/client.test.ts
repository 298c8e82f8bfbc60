import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, setCsrfToken, setUnauthenticatedListener } from './client';
import { Problem } from './problem';

const answer = (status: number, body: unknown) =>
  Promise.resolve(new Response(body === undefined ? '' : JSON.stringify(body), { status }));

const failing = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error('expected a problem');
    },
    (e: unknown) => e as Problem,
  );

afterEach(() => vi.unstubAllGlobals());

describe('api', () => {
  it('turns a problem document into the rule, the value, what is needed and who solves it', async () => {
    const document = {
      status: 422,
      code: 'BR-006',
      rule: 'A value outside its limits cannot be recorded here.',
      value: 3.4,
      needed: '0.5 – 2.5',
      solver: 'QA',
      faults: [{ parameter: 'vcd', code: 'BR-006', rule: 'x' }],
    };
    vi.stubGlobal('fetch', () => answer(422, document));
    const problem = await failing(api('PUT', '/api/x', {}));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.kind).toBe('refused');
    expect(problem.refusal).toEqual({
      code: 'BR-006',
      rule: document.rule,
      value: '3.4',
      needed: '0.5 – 2.5',
      solver: 'QA',
    });
    expect(problem.faults[0]?.parameter).toBe('vcd');
  });

  it('sends the CSRF token with writes and never repeats one', async () => {
    const fetch = vi.fn((_path: string, _init: RequestInit) =>
      Promise.reject(new TypeError('lost')),
    );
    vi.stubGlobal('fetch', fetch);
    setCsrfToken('token-1');
    const problem = await failing(api('PUT', '/api/x', { a: '0.10' }));
    expect(problem.kind).toBe('unreachable');
    expect(fetch).toHaveBeenCalledTimes(1);
    const init = fetch.mock.calls[0]?.[1];
    expect((init?.headers as Record<string, string>)['X-CSRF-TOKEN']).toBe('token-1');
    expect(init?.body).toBe('{"a":"0.10"}');
  });

  it('tells the session of a 401, but a wrong signature is no lost session', async () => {
    const lost = vi.fn();
    setUnauthenticatedListener(lost);
    vi.stubGlobal('fetch', () => answer(401, { code: 'SG-001', rule: 'wrong' }));
    expect((await failing(api('PUT', '/api/x', {}))).kind).toBe('refused');
    expect(lost).not.toHaveBeenCalled();
    vi.stubGlobal('fetch', () => answer(401, { code: 'SE-002', rule: 'locked' }));
    expect((await failing(api('GET', '/api/work'))).kind).toBe('unauthenticated');
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('survives an answer that is no problem document', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
    expect((await failing(api('GET', '/api/x'))).kind).toBe('failed');
  });

  it('reads null as absent', async () => {
    vi.stubGlobal('fetch', () => answer(200, { unit: null, list: [null, { a: null }] }));
    expect(await api('GET', '/api/x')).toEqual({ list: [null, {}] });
  });
});
