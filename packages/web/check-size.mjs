// Adds up what the first page loads (index.html, its scripts and style, the home page's chunk and all they import) and
// fails above the budget. Usage: node check-size.mjs [dist] — run after `vite build`.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const BUDGET_KB = 150;

/** Static imports of a built chunk. */
const importsOf = (code) =>
  [...code.matchAll(/(?:^|[;}\n])import\s*(?:[^'"();]*?from)?\s*["'](\.\/[^"']+)["']/g)].map((m) => m[1]);

/** Gzip bytes of every script the front page needs, by file, largest first. */
export function firstRoute(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((m) => m[1]);
  const entry = named.find((name) => /assets\/index-/.test(name));
  const entryCode = readFileSync(join(dist, entry), 'utf8');
  const home = entryCode.match(/assets\/home-page-[\w-]+\.js|home-page-[\w-]+\.js/)?.[0];
  if (!home) throw new Error('no home-page chunk is named in the entry');
  const wanted = [...named, posix.join('assets', posix.basename(home))];
  const sizes = new Map();
  while (wanted.length > 0) {
    const name = wanted.pop();
    if (sizes.has(name) || !existsSync(join(dist, name))) continue;
    const code = readFileSync(join(dist, name), 'utf8');
    sizes.set(name, gzipSync(code).length);
    for (const each of importsOf(code)) wanted.push(posix.join(posix.dirname(name), each));
  }
  return [...sizes].sort((a, b) => b[1] - a[1]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'dist');
  const files = firstRoute(dist);
  const total = files.reduce((sum, [, size]) => sum + size, 0) / 1000;
  for (const [name, size] of files) console.log(`${(size / 1000).toFixed(1).padStart(7)} KB  ${name}`);
  console.log(`${total.toFixed(1).padStart(7)} KB  first route, budget ${BUDGET_KB} KB`);
  if (total > BUDGET_KB) process.exitCode = 1;
}
