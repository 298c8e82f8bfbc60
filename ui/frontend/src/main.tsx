import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import './shared/styles/tokens.css';
import './shared/styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { loadRefusals } from './shared/i18n/refusals';

const root = document.getElementById('root');
if (!root) throw new Error('no root element');
createRoot(root).render(<App />);

// The ranges of the Japanese font are most of our CSS: fetched after the first paint.
requestAnimationFrame(() => {
  void loadRefusals();
  void import('@fontsource-variable/noto-sans-jp/index.css');
});
