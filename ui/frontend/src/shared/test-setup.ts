import '@testing-library/react';

localStorage.setItem('kizuna.language', 'en');
