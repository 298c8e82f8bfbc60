import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/people.json', { eager: true, import: 'default' }));
