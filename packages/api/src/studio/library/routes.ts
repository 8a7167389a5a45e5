import { OpenAPIHono } from '@hono/zod-openapi';
import { dayInChina } from '../../day-in-china.ts';
import { onInvalid } from '../../http/error-responses.ts';
import type { AppEnv } from '../../http/request-context.ts';
import { writeUses } from '../../policies/count-uses.ts';
import type { StudioDeps } from '../studio-deps.ts';
import { listLibrary } from './list-library.ts';
import { list } from './route-shapes.ts';

export const libraryRoutes = ({ database, clock }: StudioDeps) =>
  new OpenAPIHono<AppEnv>({ defaultHook: onInvalid }).openapi(list, async (c) => {
    await writeUses(database);
    return c.json(await listLibrary(database.read, c.get('actor'), dayInChina(clock())), 200);
  });
