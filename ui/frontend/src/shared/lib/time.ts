import { useLanguage } from '@/shared/i18n';
import { localeOf, type Language } from '@/shared/i18n/languages';
import { useSession } from '@/shared/session/session';

/** Every time on screen names its zone: the site's, never the browser's. */
export type TimeFormat = {
  /** `22 Nov 2026 14:05 JST` */
  dateTime: (iso: string | undefined) => string;
  /** with seconds, for signatures and records */
  exact: (iso: string | undefined) => string;
  /** `22 Nov 2026`: a calendar day has no zone */
  date: (day: string | undefined) => string;
  /** `14:05` on the same page as a dated one */
  clock: (iso: string | undefined) => string;
  zone: string;
};

export function timeFormat(language: Language, siteZone: string): TimeFormat {
  const locale = localeOf(language);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23', timeZone: siteZone });
  const date =
    language === 'ja'
      ? part({ year: 'numeric', month: '2-digit', day: '2-digit' })
      : part({ year: 'numeric', month: 'short', day: '2-digit' });
  const minutes = part({ hour: '2-digit', minute: '2-digit' });
  const seconds = part({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const zone = zoneName(siteZone);
  const with_ = (time: Intl.DateTimeFormat) => (iso: string | undefined) => {
    const at = iso ? new Date(iso) : undefined;
    return at && !Number.isNaN(at.getTime()) ? `${date.format(at)} ${time.format(at)} ${zone}` : '';
  };
  return {
    dateTime: with_(minutes),
    exact: with_(seconds),
    date: (day) => (day ? date.format(new Date(`${day.slice(0, 10)}T12:00:00Z`)) : ''),
    clock: (iso) => (iso ? minutes.format(new Date(iso)) : ''),
    zone,
  };
}

function zoneName(siteZone: string): string {
  if (siteZone === 'Asia/Tokyo') return 'JST';
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: siteZone, timeZoneName: 'short' });
  return parts.formatToParts().find((p) => p.type === 'timeZoneName')?.value ?? siteZone;
}

export function useTime(): TimeFormat {
  const language = useLanguage();
  const { session } = useSession();
  return timeFormat(language, session?.siteZone ?? 'Asia/Tokyo');
}

/** `2:05:09`, `41:07`; days as `3 d 4:00`. Negative spans come out without sign: the words say it. */
export function spanText(ms: number): string {
  const total = Math.floor(Math.abs(ms) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const days = Math.floor(total / 86_400);
  const hours = Math.floor((total % 86_400) / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  if (days > 0) return `${days} d ${hours}:${two(minutes)}`;
  const seconds = total % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}
