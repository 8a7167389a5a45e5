import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { policyFiles } from './plugins/policy-files.ts';
import { serviceWorker } from './plugins/service-worker.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(at('../../package.json'), 'utf8')) as { version?: string };

const API = 'http://127.0.0.1:8787';
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const FROM_FILES = ['files', 'gallery'];

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    tailwindcss(),
    serviceWorker(at('./plugins/service-worker-source.js')),
    ...(FROM_FILES.includes(mode) ? [policyFiles(at('../rules/policies'))] : []),
  ],
  define: { __TIDU_VERSION__: JSON.stringify(version ?? '0.1.0') },
  // The CSP allows no inline script, so small files stay files and the preload helper stays a module.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // The same policy the API sends, so that a breach shows while working.
  preview: { headers: { 'content-security-policy': CSP } },
  server: { proxy: { '/api': API, '/docs': API, '/openapi.json': API, '/healthz': API } },
}));
