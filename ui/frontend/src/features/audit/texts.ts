import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/audit.json', { eager: true, import: 'default' }));
