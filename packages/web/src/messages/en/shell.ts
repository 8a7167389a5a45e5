import type { SameKeys } from '../locale.ts';
import type { shell as zh } from '../zh-CN/shell.ts';

export const shell: SameKeys<typeof zh> = {
  skip: 'Skip to content',
  home: 'Tidu, back to the home page',
  mainNav: 'Main',
  selfCheck: 'Self-check',
  schemes: 'Schemes',
  policies: 'Policies',
  publicity: 'Notices',
  apiDocs: 'API',
  name: 'Tidu',
  tagline: 'Tier self-check for high-tech zones',
  stored: 'What is stored where',
  storedText:
    'What you enter in the self-check stays in the browser of this device and is not sent to us. Your language and appearance are remembered here too. The policies come from the server; once opened they can be read offline.',
  openSource: 'Tidu is open-source software (Apache-2.0). Results are for guidance; the authority decides.',
  version: (v) => `Version ${v}`,
  offline: 'You are offline. Pages you have opened still work.',
  notFound: 'Page not found',
  notFoundText: 'The link may be mistyped, or the page has moved.',
  toHome: 'Back to the home page',
  toPolicies: 'See all policies',
  broken: 'Something went wrong on this page',
  brokenText:
    'What you entered is still on this device. Please try again; if it fails once more, send us the line below.',
  retry: 'Try again',
  went: (title) => `Opened: ${title}`,
  building: 'In preparation',
};
