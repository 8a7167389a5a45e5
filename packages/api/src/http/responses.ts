import type * as z from 'zod';
import { errorBody } from './contract.ts';

/** A JSON answer of a route, for its contract. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const WHY = {
  400: '请求体不是完整的 JSON · broken JSON',
  401: '请先登录 · sign in first',
  403: '您的角色不能做这件事 · not for your role',
  404: '没有这条记录 · no such record',
  409: '记录已有变化，请刷新后再试 · changed meanwhile; nothing was overwritten',
  412: '前提不满足 · precondition failed',
  413: '请求体过大 · body too large',
  415: 'Content-Type 不对 · wrong content type',
  422: '内容有误，逐条列出；或该日没有适用版本 · wrong content, every place named; or no version in force',
  429: '过于频繁，见 Retry-After · too many requests',
  503: '暂不可用 · not available now',
} as const;

type Status = keyof typeof WHY;
type ErrorResponse = ReturnType<typeof json<typeof errorBody>>;

/** The refusals a route can give, all in the one error shape. */
export const errorResponses = <S extends Status>(statuses: readonly S[]): Record<S, ErrorResponse> =>
  Object.fromEntries(statuses.map((status) => [status, json(errorBody, WHY[status])])) as Record<S, ErrorResponse>;
