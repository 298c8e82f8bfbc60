/** What somebody wrote: shown in the language it was written in. */
export function OwnWords({ children }: { children: string | undefined }) {
  return children ? <span translate="no">{children}</span> : null;
}
