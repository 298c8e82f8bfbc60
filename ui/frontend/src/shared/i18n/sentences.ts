/**
 * Some sentences come from the server in English, always the same: that is what the record keeps. A
 * catalog has their Japanese; `{}` stands for what a sentence was filled with. A test on the
 * server's side finds every sentence that no catalog has.
 */
export function sentences(catalog: Record<string, string>): (english: string) => string {
  const patterns = Object.keys(catalog)
    .filter((key) => key.includes('{}'))
    .sort((a, b) => b.length - a.length) // the most specific first
    .map((key): [RegExp, string] => [
      new RegExp(`^${key.split('{}').map(escaped).join('([\\s\\S]+?)')}$`),
      catalog[key] ?? '',
    ]);
  const translate = (english: string): string => {
    const whole = catalog[english];
    if (whole !== undefined) return whole;
    for (const [pattern, japanese] of patterns) {
      const parts = pattern.exec(english)?.slice(1).map(translate);
      if (parts) return japanese.replace(/\{\}/g, () => parts.shift() ?? '');
    }
    return english;
  };
  return translate;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
