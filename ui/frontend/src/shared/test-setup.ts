// Some tests need no page and run without a DOM.
if (typeof localStorage !== 'undefined') localStorage.setItem('kizuna.language', 'en');
