import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { zones } from './scripts/zones.mjs';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'src/shared/api/schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.recommended],
    plugins: { 'react-hooks': reactHooks, kizuna: { rules: { zones } } },
    rules: {
      'kizuna/zones': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { property: 'toFixed', message: 'Record values stay text; see shared/lib/decimal.' },
      ],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
);
