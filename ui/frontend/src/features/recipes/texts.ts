import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/recipes.json', { eager: true, import: 'default' }));
