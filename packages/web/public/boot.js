// Runs before the first paint (an inline script would need a hole in the CSP): theme and language kept on this device.
(() => {
  var root = document.documentElement;
  var read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read('tidu.theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (read('tidu.locale') === 'en') root.lang = 'en';
})();
