import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import i18n from '@/shared/i18n';
import type { Session } from '@/shared/api/types';
import { setPlantClock } from '@/shared/session/clock';
import { SessionContext, type SessionAccess } from '@/shared/session/session';
import { Waits } from './Waits';

const session = { siteZone: 'Asia/Tokyo' } as Session;

function show(until: string | undefined) {
  setPlantClock({ now: '2026-11-22T05:00:00Z', speed: 1 });
  render(
    <SessionContext value={{ session } as SessionAccess}>
      <Waits until={until} />
    </SessionContext>,
  );
}

// The countdown must not depend on how fast the machine is that runs this.
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('says until when the route waits, in the time and zone of the site', async () => {
  await i18n.changeLanguage('en');
  show('2026-11-22T07:30:00Z');
  expect(screen.getByTestId('waits').textContent).toBe(
    'Goes on by itself at 22 Nov 2026 16:30 JST, in 2:30:00.',
  );
  cleanup();
  await i18n.changeLanguage('ja');
  show('2026-11-22T07:30:00Z');
  expect(screen.getByTestId('waits').textContent).toBe(
    '2026/11/22 16:30 JSTに自動的に次へ進みます（あと2:30:00）。',
  );
});

it('says nothing where somebody must act, or when the moment is here', () => {
  show(undefined);
  expect(screen.queryByTestId('waits')).toBeNull();
  show('2026-11-22T05:00:00Z');
  expect(screen.queryByTestId('waits')).toBeNull();
});
