import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** Files of `public/` that belong to the app shell. */
const SHELL = ['/', '/boot.js', '/icon.svg', '/site.webmanifest'];

/**
 * Writes `sw.js` with the list of what was built. vite-plugin-pwa would bring workbox and its own runtime for what is
 * eighty lines here; `source` is the worker with two placeholders.
 */
export function serviceWorker(source: string): Plugin {
  return {
    name: 'tidu:service-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      // The reader of PDF files is for those who open one.
      const built = Object.keys(bundle).filter(
        (name) => /\.(js|css|svg|woff2)$/.test(name) && !/(^|\/)pdf-/.test(name),
      );
      const code = await readFile(source, 'utf8');
      const shell = Object.values(bundle).find((file) => file.fileName === 'index.html');
      const build = createHash('sha256').update(built.sort().join('\n')).update(code);
      if (shell?.type === 'asset') build.update(shell.source);
      const files = JSON.stringify([...SHELL, ...built.map((name) => `/${name}`)]);
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: code
          .replace('__FILES__', () => files)
          .replace('__BUILD__', JSON.stringify(build.digest('hex').slice(0, 12))),
      });
    },
  };
}
