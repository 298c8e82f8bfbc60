import { expect, type Page } from '@playwright/test';

/** A catalog key that was shown instead of its text, for example `step:verify.title`. */
const key = /^[a-z]+(:|\.)[a-z]\w*(\.\w+)*$/;
const japanese = /[぀-ヿ一-鿿]/;
/** Three words in a row are a sentence or a title; two may be a name or a unit. */
const english = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}/;

/**
 * Nobody reads a key, an English sentence on a Japanese page or the reverse. Codes, what other people typed
 * and vendors' names are left out by their elements: `code`, `[translate=no]`.
 */
export async function expectOneLanguage(page: Page, name: string, language: 'en' | 'ja') {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, code, textarea, [translate=no]')) continue;
      if (!parent.checkVisibility()) continue;
      const own = parent.closest('[lang]');
      if (own && own !== document.documentElement) continue;
      const text = node.textContent?.trim();
      if (text) found.push(text);
    }
    for (const e of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (e.closest('[translate=no], .bjs-container')) continue;
      for (const a of ['aria-label', 'placeholder', 'title']) found.push(e.getAttribute(a) ?? '');
    }
    return found;
  });
  const keys = texts.filter((text) => key.test(text));
  expect.soft(keys, `${name}: texts without translation`).toEqual([]);
  const foreign = texts.filter((text) =>
    language === 'ja' ? english.test(text) && !japanese.test(text) : japanese.test(text),
  );
  expect.soft([...new Set(foreign)], `${name}: texts of the other language`).toEqual([]);
}
