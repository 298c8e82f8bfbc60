import { toProblem, unreachable } from './problem';
import type { components, paths } from './schema';

let csrfToken = '';
let onUnauthenticated: () => void = () => undefined;

export const setCsrfToken = (token: string) => {
  csrfToken = token;
};

/** The session store hears of every 401 here, so that no page has to handle it. */
export const setUnauthenticatedListener = (listener: () => void) => {
  onUnauthenticated = listener;
};

/** A stream that is refused cannot say why: perhaps the session has ended. */
export const doubtSession = () => onUnauthenticated();

type Method = 'get' | 'post' | 'put' | 'delete';
/** The paths of the described interface that know the method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];
type Call<M extends Method, P extends PathOf<M>> = paths[P][M];
type Body<C> = C extends { content: infer T } ? T[keyof T] : undefined;
type Answer<C> = C extends { responses: { 200: infer R } }
  ? Body<R>
  : C extends { responses: { 201: infer R } }
    ? Body<R>
    : undefined;
/** What a call needs: exactly the path parameters, query and body the server describes. */
type Given<C> = (C extends { parameters: { path: infer T } } ? { path: T } : object) &
  (C extends { parameters: { query: infer T } }
    ? { query: T }
    : C extends { parameters: { query?: infer T } }
      ? { query?: T }
      : object) &
  (C extends { requestBody: infer T } ? { body: Body<T> } : object);
type Arguments<C> = object extends Given<C> ? [given?: Given<C>] : [given: Given<C>];

const calling =
  <M extends Method>(method: M) =>
  <P extends PathOf<M>>(path: P, ...[given]: Arguments<Call<M, P>>) =>
    api<Answer<Call<M, P>>>(method, path, given);

export const get = calling('get');
export const post = calling('post');
export const put = calling('put');
export const del = calling('delete');

/** A recipe package goes as the file it is. */
export const importRecipe = (file: Blob) =>
  api<Answer<Call<'post', '/api/recipes'>>>('post', '/api/recipes', { body: file });

/** The clock of the simulated plant is there in the demonstration only, so no described call. */
export const setPlantSpeed = (speed: number) =>
  api<components['schemas']['PlantClock']>('put', '/api/demonstration/clock', { body: { speed } });

/** Codes of the right labels, in the demonstration only. */
export const sampleCodes = (batch: string) =>
  api<{ patientToken: string; lots: Record<string, string> }>(
    'get',
    '/api/demonstration/batches/{batch}/codes',
    { path: { batch } },
  );

type Parts = {
  path?: Record<string, string>;
  query?: Record<string, string | number | string[]>;
  body?: unknown;
};

/** The address of a call, for those that are no `fetch` (links, event streams). */
export function addressOf(path: string, { path: values = {}, query = {} }: Parts = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((v): [string, string] => [name, String(v)]),
    ),
  ).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

/**
 * The only way to the server. A write is sent once and never repeated by itself: whoever repeats it
 * does so with the same request id, and the server records it once.
 */
async function api<T>(method: Method, path: string, given: Parts = {}): Promise<T> {
  const response = await send(method, addressOf(path, given), given.body);
  const answer = parse(await response.text());
  if (response.ok) return answer as T;
  const problem = toProblem(response.status, answer);
  if (problem.kind === 'unauthenticated' && !path.startsWith('/api/session')) onUnauthenticated();
  throw problem;
}

async function send(method: Method, url: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'get') headers['X-CSRF-TOKEN'] = csrfToken;
  if (body !== undefined) {
    headers['Content-Type'] = body instanceof Blob ? 'application/zip' : 'application/json';
  }
  try {
    return await fetch(url, {
      method: method.toUpperCase(),
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
  } catch {
    throw unreachable();
  }
}

/** The server leaves out what is not there; a null all the same must never be taken for a value. */
function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text, function (this: unknown, _key: string, value: unknown) {
      return value === null && !Array.isArray(this) ? undefined : value;
    });
  } catch {
    return undefined;
  }
}

/** Made once per form, not once per press: a second press must not record twice. */
export const newRequestId = (): string => crypto.randomUUID();
