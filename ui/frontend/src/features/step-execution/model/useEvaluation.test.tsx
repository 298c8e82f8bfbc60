// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import type { StepView } from '@/shared/api/types';
import { evaluate } from './api';
import { useEvaluation } from './useEvaluation';

vi.mock('./api', async (original) => ({
  ...(await original<typeof import('./api')>()),
  evaluate: vi.fn(() => Promise.resolve({ values: {} })),
}));

const step = { batchId: 'b', key: 'up-x.user_y' };
const view = { parameters: [{ id: 'vcd', source: { kind: 'MANUAL' } }] } as unknown as StepView;

it('asks the server about what is typed although live values draw the page all the time', async () => {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const hook = renderHook(
    (values: Record<string, string>) => useEvaluation(step, view, values, true),
    {
      wrapper,
      initialProps: {},
    },
  );
  const drawing = setInterval(() => hook.rerender({ vcd: '1.06' }), 50);
  try {
    await waitFor(() => expect(evaluate).toHaveBeenCalledWith(step, { vcd: '1.06' }), {
      timeout: 3000,
    });
  } finally {
    clearInterval(drawing);
  }
});
