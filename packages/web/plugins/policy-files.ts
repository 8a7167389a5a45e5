import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { PolicyDoc } from '@tidu/rules';
import type { Plugin } from 'vite';

const LIST = '/api/v1/policies';
const VERSION = /^\/api\/v1\/policies\/([^/]+)\/versions\/([^/]+)$/;

async function readVersions(folder: string): Promise<readonly { readonly policy: PolicyDoc; readonly hash: string }[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\d\.json$/.test(name)).sort();
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return {
        policy: JSON.parse(text) as PolicyDoc,
        hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
      };
    }),
  );
}

async function answer(folder: string, path: string, today: string): Promise<unknown> {
  const all = await readVersions(folder);
  const [, id, from] = VERSION.exec(path) ?? [];
  if (id) return all.find(({ policy }) => policy.id === id && policy.inForce.from === from);
  if (path !== LIST) return undefined;
  const ids = [...new Set(all.map(({ policy }) => policy.id))];
  return {
    policies: ids.map((each) => {
      const versions = all.filter(({ policy }) => policy.id === each).reverse();
      return {
        id: each,
        label: versions[0]?.policy.label,
        summary: versions[0]?.policy.summary,
        versions: versions.map(({ policy, hash }) => ({
          inForceFrom: policy.inForce.from,
          inForceTo: policy.inForce.to,
          version: policy.version,
          status: policy.status,
          label: policy.label,
          hash,
          current: policy.inForce.from <= today && (policy.inForce.to ?? '9999-12-31') >= today,
        })),
      };
    }),
  };
}

/**
 * Answers the two policy routes from the JSON files, for work on the web without the API (`--mode files` or `gallery`).
 * Only in vite's own servers; nothing of it is in a build.
 */
export function policyFiles(folder: string): Plugin {
  const serve = async (req: IncomingMessage, res: ServerResponse, next: () => void): Promise<void> => {
    const path = (req.url ?? '').split('?')[0] ?? '';
    if (!path.startsWith(LIST)) return next();
    const body = await answer(folder, path, new Date().toISOString().slice(0, 10));
    res.statusCode = body ? 200 : 404;
    res.setHeader('content-type', 'application/json; charset=utf-8');
    res.end(JSON.stringify(body ?? { error: { code: 'not-found', message: path } }));
  };
  return {
    name: 'tidu:policy-files',
    configureServer: (server) => void server.middlewares.use((req, res, next) => void serve(req, res, next)),
    configurePreviewServer: (server) => void server.middlewares.use((req, res, next) => void serve(req, res, next)),
  };
}
