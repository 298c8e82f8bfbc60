import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/clock.json', { eager: true, import: 'default' }));
