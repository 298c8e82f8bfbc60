import { addTexts } from '@/shared/i18n';

addTexts(
  import.meta.glob('../../locales/*/{record,review}.json', { eager: true, import: 'default' }),
);
