import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/access.json', { eager: true, import: 'default' }));
