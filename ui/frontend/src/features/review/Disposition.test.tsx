import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import '@/shared/i18n';
import type { BatchView, Review, Role, Session } from '@/shared/api/types';
import { SessionContext, type SessionAccess } from '@/shared/session/session';
import { Disposition } from './Disposition';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: React.ReactNode }) => <span>{children}</span>,
}));

afterEach(cleanup);

const batch = { header: { id: 'b1' } } as BatchView;

function show(role: Role, review: Partial<Review>) {
  const session = { person: { id: 'x', roles: [role] } } as unknown as Session;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionContext value={{ session } as SessionAccess}>
        <Disposition batch={batch} review={review as Review} />
      </SessionContext>
    </QueryClientProvider>,
  );
}

const blocked = { verdict: { releasable: false, blockers: [] } };
const open = { verdict: { releasable: true, blockers: [] } };

// R32: a release nobody can press is safer than one that is refused afterwards.
it('has no release button while anything blocks', () => {
  show('QA', blocked);
  expect(screen.queryByTestId('release')).toBeNull();
  expect(screen.getByTestId('reject')).toBeDefined();
});

it('offers the release to QA when nothing blocks, and to nobody else', () => {
  show('QA', open);
  expect(screen.getByTestId('release')).toBeDefined();
});

it('offers no decision to other roles, nor a second one', () => {
  show('SUPERVISOR', open);
  show('QA', {
    ...open,
    disposition: {
      decision: 'RELEASED',
      by: { id: 'watanabe', name: { en: 'Watanabe', ja: '渡辺' } },
      at: '',
    },
  });
  expect(screen.queryByTestId('release')).toBeNull();
  expect(screen.queryByTestId('reject')).toBeNull();
});
