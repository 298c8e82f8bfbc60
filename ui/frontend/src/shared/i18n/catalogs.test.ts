import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import i18n, { catalogs } from './index';
import { languages } from './languages';

type Tree = { [key: string]: Tree | string };

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort();

const pluralFree = (key: string) => key.replace(/_(one|other)$/, '');

const all = catalogs(
  import.meta.glob<Record<string, unknown>>('../../locales/*/*.json', {
    eager: true,
    import: 'default',
  }),
);
const namespaces = Object.keys(all.en ?? {});

describe('catalogs', () => {
  it('exist for every language', () => {
    for (const { id } of languages) expect(Object.keys(all[id] ?? {})).toEqual(namespaces);
  });

  it.each(namespaces)('%s has the same keys and placeholders in every language', (namespace) => {
    const signature = (language: string) => [
      ...new Set(
        leaves((all[language]?.[namespace] ?? {}) as Tree)
          // Languages differ in their plural forms, not in what they say.
          .map(([key, text]) => `${pluralFree(key)} ${placeholders(text).join(',')}`)
          .sort(),
      ),
    ];
    for (const { id } of languages) expect(signature(id), id).toEqual(signature('en'));
  });

  // What is not shared comes with a page: a namespace nobody loads shows its keys on screen.
  it('are shared or belong to a feature that loads them', () => {
    const loaded = sourceFiles('src/features')
      .filter((file) => file.endsWith('texts.ts'))
      .map((file) => fs.readFileSync(file, 'utf8'));
    for (const namespace of namespaces) {
      const own = loaded.some((text) => text.includes(namespace));
      expect(own || i18n.hasResourceBundle('en', namespace), namespace).toBe(true);
    }
  });

  it('have no empty text', () => {
    for (const { id } of languages) {
      for (const namespace of namespaces) {
        for (const [key, text] of leaves((all[id]?.[namespace] ?? {}) as Tree)) {
          expect(text.trim(), `${id}/${namespace}:${key}`).not.toBe('');
        }
      }
    }
  });

  // A typo in a key shows the key on screen; TypeScript does not see it.
  it('hold every key the sources ask for', () => {
    const missing: string[] = [];
    for (const file of sourceFiles('src')) {
      const source = fs.readFileSync(file, 'utf8');
      const own = [...source.matchAll(/useTranslation\(\s*\[?'([\w-]+)'/g)].map((m) => m[1] ?? '');
      const prefixes = [...source.matchAll(/keyPrefix: '([\w.-]+)'/g)].map((m) => `${m[1]}.`);
      for (const [, key = ''] of source.matchAll(/[^\w.]t\(\s*'([\w.:-]+)'/g)) {
        const [explicit = '', name = key] = key.includes(':') ? key.split(':') : ['', key];
        const asked = explicit ? [explicit] : own.length > 0 ? own : ['common'];
        const names = [name, ...prefixes.map((prefix) => prefix + name)];
        if (!asked.some((n) => names.some((k) => has(n, k)))) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

function has(namespace: string, key: string): boolean {
  const keys = leaves((all.en?.[namespace] ?? {}) as Tree).map(([k]) => k);
  return keys.some((k) => k === key || pluralFree(k) === key);
}

function sourceFiles(dir: string): string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name) && !e.name.includes('.test.'))
    .map((e) => path.join(e.parentPath, e.name));
}
