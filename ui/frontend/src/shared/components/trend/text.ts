/** One text in the languages of the master record. */
export type Text = { en: string; ja: string };
