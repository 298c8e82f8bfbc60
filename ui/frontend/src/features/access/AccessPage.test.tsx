import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '@/shared/i18n';
import { SessionContext, type SessionAccess } from '@/shared/session/session';
import AccessPage from './AccessPage';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: React.ReactNode }) => <span>{children}</span>,
}));

const link = { expiresAt: '2026-11-23T00:00:00Z', passwordMin: 15, passwordMax: 256 };
const sent: [string, unknown][] = [];

/** What the server of a fresh installation answers. */
function answer(url: string, init: RequestInit) {
  const body: unknown = JSON.parse(init.body as string);
  sent.push([url, body]);
  return Promise.resolve(
    new Response(JSON.stringify(url.endsWith('/views') ? link : { user: 'mori' })),
  );
}

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', vi.fn(answer));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = '';
});

function show(hash: string) {
  window.location.hash = hash;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionContext value={{} as SessionAccess}>
        <AccessPage />
      </SessionContext>
    </QueryClientProvider>,
  );
}

const type = (id: string, value: string) =>
  fireEvent.change(screen.getByTestId(`access-${id}`), { target: { value } });

// R35
it('asks who the first administrator is where the link is for nobody yet', async () => {
  show('#secret-token');
  await screen.findByTestId('access-form');
  type('user', 'mori');
  type('nameEn', 'Mori Shun');
  type('nameJa', '森 駿');
  type('password', 'too short');
  expect(screen.getByTestId<HTMLButtonElement>('access-submit').disabled).toBe(true);
  type('password', 'kettle orbit velvet nine');
  fireEvent.click(screen.getByTestId('access-submit'));
  await screen.findByTestId('access-done');
  expect(sent).toEqual([
    ['/api/access-links/views', { token: 'secret-token' }],
    [
      '/api/access-links/uses',
      {
        token: 'secret-token',
        password: 'kettle orbit velvet nine',
        administrator: { user: 'mori', nameEn: 'Mori Shun', nameJa: '森 駿' },
      },
    ],
  ]);
});

it('asks the server nothing without a token', () => {
  show('');
  expect(screen.queryByTestId('access-form')).toBeNull();
  expect(sent).toEqual([]);
});
