import { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { Database } from '../db/open-database.ts';
import { secureRoute } from '../http/access.ts';
import { onInvalid } from '../http/error-responses.ts';
import type { AppEnv } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { policyList, policyPath, policySummary, policyVersionDocument, versionPath } from './contract.ts';
import { listVersions, type StoredVersion } from './queries.ts';
import { unknownPolicy, unknownVersion } from './refusals.ts';
import { summarizePolicies } from './summarize-policies.ts';

const tags = ['政策 · Policies'];

const list = secureRoute('public', {
  method: 'get',
  path: '/api/v1/policies',
  tags,
  operationId: 'listPolicies',
  summary: '政策清单',
  description: '全部政策及其版本，最新版本在前；`current` 表示今天适用。List of policies with their versions.',
  responses: { 200: json(policyList, '政策清单'), ...errorResponses([429]) },
});

const one = secureRoute('public', {
  method: 'get',
  path: '/api/v1/policies/{id}',
  tags,
  operationId: 'getPolicy',
  summary: '一项政策及其版本',
  request: { params: policyPath },
  responses: { 200: json(policySummary, '一项政策'), ...errorResponses([404, 422, 429]) },
});

const version = secureRoute('public', {
  method: 'get',
  path: '/api/v1/policies/{id}/versions/{inForceFrom}',
  tags,
  operationId: 'getPolicyVersion',
  summary: '一个政策版本的全文',
  description: '政策文件本身与其哈希；同一哈希的内容永不改变。The document itself; what has a hash never changes.',
  request: { params: versionPath },
  responses: { 200: json(policyVersionDocument, '政策文件'), ...errorResponses([404, 422, 429]) },
});

export interface PoliciesDeps {
  readonly database: Database;
  /** Today where the zone is. */
  readonly today: () => string;
}

/** Published policies, open to everyone. Every answer has an ETag, so that asking again costs nothing. */
export function policiesRoutes({ database, today }: PoliciesDeps) {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.use('/api/v1/policies/*', etag(), async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-cache');
  });
  return routes
    .openapi(list, async (c) => {
      const policies = summarizePolicies(await listVersions(database.read), today());
      return c.json({ policies }, 200);
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param');
      const versions = await listVersions(database.read);
      const policies = summarizePolicies(versions, today());
      const found = policies.find((policy) => policy.id === id);
      if (!found) throw unknownPolicy(id, idsOf(versions));
      return c.json(found, 200);
    })
    .openapi(version, async (c) => {
      const { id, inForceFrom } = c.req.valid('param');
      const versions = await listVersions(database.read);
      const ofPolicy = versions.filter(({ doc }) => doc.id === id);
      if (ofPolicy.length === 0) throw unknownPolicy(id, idsOf(versions));
      const found = ofPolicy.find(({ doc }) => doc.inForce.from === inForceFrom);
      if (!found)
        throw unknownVersion(
          id,
          inForceFrom,
          ofPolicy.map(({ doc }) => doc.inForce.from),
        );
      c.header('ETag', `"${found.hash}"`);
      return c.json({ policy: found.doc, hash: found.hash }, 200);
    });
}

const idsOf = (versions: readonly StoredVersion[]): readonly string[] => versions.map(({ doc }) => doc.id);
