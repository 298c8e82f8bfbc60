import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/trends.json', { eager: true, import: 'default' }));
