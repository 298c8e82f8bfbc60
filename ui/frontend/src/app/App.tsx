import '@/shared/i18n';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { SessionProvider } from '@/shared/session/SessionProvider';
import { router } from './router';

/** Reads are repeated once; writes never, see `api`. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 2_000, refetchOnWindowFocus: false, retry: 1, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

export function App() {
  return (
    <MantineProvider
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
      defaultColorScheme="light"
      theme={{ fontFamily: 'var(--font)', respectReducedMotion: true }}
    >
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
