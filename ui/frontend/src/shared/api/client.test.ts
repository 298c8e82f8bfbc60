import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, get, put, setCsrfToken, setUnauthenticatedListener } from './client';
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

const write = () =>
  put('/api/batches/{batch}/holds/{requestId}', {
    path: { batch: 'b/1', requestId: 'r' },
    body: { reason: '0.10' },
  });
const read = () => get('/api/work');

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
    const problem = await failing(write());
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
    const problem = await failing(write());
    expect(problem.kind).toBe('unreachable');
    expect(fetch).toHaveBeenCalledTimes(1);
    const init = fetch.mock.calls[0]?.[1];
    expect((init?.headers as Record<string, string>)['X-CSRF-TOKEN']).toBe('token-1');
    expect(init?.body).toBe('{"reason":"0.10"}');
  });

  it('tells the session of a 401, but a wrong signature is no lost session', async () => {
    const lost = vi.fn();
    setUnauthenticatedListener(lost);
    vi.stubGlobal('fetch', () => answer(401, { code: 'SG-001', rule: 'wrong' }));
    expect((await failing(write())).kind).toBe('refused');
    expect(lost).not.toHaveBeenCalled();
    vi.stubGlobal('fetch', () => answer(401, { code: 'SE-002', rule: 'locked' }));
    expect((await failing(read())).kind).toBe('unauthenticated');
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('survives an answer that is no problem document', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
    expect((await failing(read())).kind).toBe('failed');
  });

  it('reads null as absent', async () => {
    vi.stubGlobal('fetch', () => answer(200, { unit: null, list: [null, { a: null }] }));
    expect(await read()).toEqual({ list: [null, {}] });
  });

  it('fills the path and repeats a query value for each item', () => {
    const path = '/api/batches/{batch}/record.pdf';
    const address = addressOf(path, {
      path: { batch: 'b/1' },
      query: { lang: 'ja', tag: ['x', 'y'] },
    });
    expect(address).toBe('/api/batches/b%2F1/record.pdf?lang=ja&tag=x&tag=y');
  });
});
