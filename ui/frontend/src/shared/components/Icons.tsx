type Props = { size?: number };

/** Every icon stands beside a word that says the same. */
export const WarnIcon = ({ size = 26 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 2 23 21H1Z" fill="currentColor" />
    <path d="M12 9v6M12 17v2" stroke="#fff" strokeWidth="2.4" />
  </svg>
);

export const StopIcon = ({ size = 26 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M8 1h8l7 7v8l-7 7H8l-7-7V8Z" fill="currentColor" />
    <path d="m7 7 10 10M17 7 7 17" stroke="#fff" strokeWidth="2.6" />
  </svg>
);

export const CheckIcon = ({ size = 26 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="m4 12 6 6L21 6" fill="none" stroke="currentColor" strokeWidth="3" />
  </svg>
);

export const LockIcon = ({ size = 26 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 11h14v10H5Z" fill="currentColor" />
    <path d="M8 11V7a4 4 0 0 1 8 0v4" fill="none" stroke="currentColor" strokeWidth="2.4" />
  </svg>
);

export const ScanIcon = ({ size = 26 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M2 7V2h5M17 2h5v5M22 17v5h-5M7 22H2v-5M6 7v10M9 7v10M12 7v10M15 7v10M18 7v10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    />
  </svg>
);

export const ClockIcon = ({ size = 26 }: Props) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="M12 6v6l4 3" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
);
