import { addTexts } from '@/shared/i18n';

addTexts(import.meta.glob('../../locales/*/orders.json', { eager: true, import: 'default' }));
