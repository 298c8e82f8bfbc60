import { toProblem, unreachable } from './problem';

let csrfToken = '';
let onUnauthenticated: () => void = () => undefined;

export const setCsrfToken = (token: string) => {
  csrfToken = token;
};

/** The session store hears of every 401 here, so that no page has to handle it. */
export const setUnauthenticatedListener = (listener: () => void) => {
  onUnauthenticated = listener;
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * The only way to the server. A write is sent once and never repeated by itself: whoever repeats it
 * does so with the same request id, and the server records it once.
 */
export async function api<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  const text = await response.text();
  const answer = parse(text);
  if (response.ok) return answer as T;
  const problem = toProblem(response.status, answer);
  if (problem.kind === 'unauthenticated' && !path.startsWith('/api/session')) onUnauthenticated();
  throw problem;
}

export const get = <T>(path: string) => api<T>('GET', path);
export const post = <T>(path: string, body?: unknown) => api<T>('POST', path, body);
export const put = <T>(path: string, body?: unknown) => api<T>('PUT', path, body);

/** Uploads a file as it is (recipe packages). */
export const upload = <T>(path: string, file: Blob) => api<T>('POST', path, file);

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-CSRF-TOKEN'] = csrfToken;
  if (body !== undefined) {
    headers['Content-Type'] = body instanceof Blob ? 'application/zip' : 'application/json';
  }
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
  } catch {
    throw unreachable();
  }
}

/** `null` and absent mean the same in our contract; pages only ever see absent. */
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

export const batchPath = (batchId: string) => `/api/batches/${encodeURIComponent(batchId)}`;
export const stepPath = (batchId: string, key: string) =>
  `${batchPath(batchId)}/steps/${encodeURIComponent(key)}`;
