import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Database } from '../../db/open-database.ts';
import { onInvalid } from '../../http/error-responses.ts';
import { limitBody, requireJson } from '../../http/json-body.ts';
import { type AppEnv, actOf } from '../../http/request-context.ts';
import { describeTemplates } from './list-templates.ts';
import { type LetterFormat, openLetter } from './open-letter.ts';
import { previewTemplate } from './preview-template.ts';
import { publishTemplate } from './publish-template.ts';
import { asDocx, asPdf, DOCX, preview, publish, save, templates } from './route-shapes.ts';
import { saveTemplate } from './save-template.ts';

export interface LettersDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

/** Letters as files, and the texts they are made from. */
export function lettersRoutes(deps: LettersDeps) {
  const { database } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  const bodies = ['/api/v1/letter-templates/:kind', '/api/v1/letter-templates/:kind/preview'];
  routes.on('POST', bodies, limitBody(deps.bodyBytes), requireJson());
  const give = async (c: Context<AppEnv>, letterId: string, format: LetterFormat) => {
    const { name, bytes } = await openLetter({ ...actOf(c, deps), database }, letterId, format);
    c.header('Content-Type', format === 'pdf' ? 'application/pdf' : DOCX);
    c.header(
      'Content-Disposition',
      `attachment; filename="letter.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    return c.body(new Uint8Array(bytes)) as never;
  };
  return routes
    .openapi(asDocx, (c) => give(c, c.req.valid('param').letterId, 'docx'))
    .openapi(asPdf, (c) => give(c, c.req.valid('param').letterId, 'pdf'))
    .openapi(templates, async (c) => c.json(await describeTemplates(database.read, c.get('actor')), 200))
    .openapi(save, async (c) => {
      return c.json(await saveTemplate(actOf(c, deps), c.req.valid('param').kind, c.req.valid('json')), 201);
    })
    .openapi(preview, async (c) => {
      const act = { ...actOf(c, deps), database };
      return c.json(await previewTemplate(act, c.req.valid('param').kind, c.req.valid('json')), 200);
    })
    .openapi(publish, async (c) => {
      const { kind, version } = c.req.valid('param');
      return c.json(await publishTemplate(actOf(c, deps), kind, version), 200);
    });
}
