/** `2026-11-22T14:05` as a clock on the site's wall shows the moment. */
export function toSiteLocal(iso: string, siteZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: siteZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(iso));
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The moment at which the site's wall clock shows `local`, as ISO-8601 UTC. */
export function fromSiteLocal(local: string, siteZone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  // Two rounds settle the offset also on the day of a clock change.
  let guess = asUtc;
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${toSiteLocal(new Date(guess).toISOString(), siteZone)}:00Z`);
    guess += asUtc - shown;
  }
  return new Date(guess).toISOString();
}
