import { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../db/open-database.ts';
import { secureRoute } from '../http/access.ts';
import { onInvalid } from '../http/error-responses.ts';
import { limitBody, requireJson } from '../http/json-body.ts';
import { type AppEnv, actOf } from '../http/request-context.ts';
import { errorResponses, json } from '../http/responses.ts';
import { calendarYears, savedYear, saveYearBody, yearPath } from './contract.ts';
import { listYears } from './queries.ts';
import { saveYear } from './save-year.ts';

const tags = ['工作日历 · Calendar'];

const list = secureRoute('public', {
  method: 'get',
  path: '/api/v1/calendar',
  tags,
  operationId: 'getCalendar',
  summary: '各年节假日安排',
  description:
    '没有列出的年份尚未公布安排，相关时限不计算。A year that is not listed has no notice yet: no date is guessed.',
  responses: { 200: json(calendarYears, '各年节假日安排'), ...errorResponses([429]) },
});

const save = secureRoute(
  { staff: ['system-administrator', 'policy-editor', 'policy-approver'] },
  {
    method: 'put',
    path: '/api/v1/calendar/{year}',
    tags,
    operationId: 'saveCalendarYear',
    summary: '保存一年的节假日安排',
    description: '保存后，所有正在计算的时限按新安排重新计算。Every running clock is worked out anew.',
    request: { params: yearPath, body: { required: true, content: { 'application/json': { schema: saveYearBody } } } },
    responses: { 200: json(savedYear, '已保存'), ...errorResponses([400, 401, 403, 409, 413, 415, 422, 429]) },
  },
);

export interface CalendarDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}

/** The working calendar: open to everyone, edited by the office. */
export function calendarRoutes(deps: CalendarDeps) {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  routes.use('/api/v1/calendar/:year', limitBody(deps.bodyBytes), requireJson());
  return routes
    .openapi(list, async (c) => c.json({ years: await listYears(deps.database.read) }, 200))
    .openapi(save, async (c) => {
      const { year } = c.req.valid('param');
      return c.json(await saveYear(actOf(c, deps), year, c.req.valid('json')), 200);
    });
}
