import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/request-context.ts';

/** What is said about the API as a whole; paths and shapes come from the contracts of the features. */
const description = [
  '梯度 Tidu：高新区梯次培育政策的判定接口。政策是文件，判定是精确的；企业数字不保存。',
  '错误一律为 `{"error": {code, message, details: [{path, message, fix}], requestId}}`，`Accept-Language: en` 时为英文。',
  '数字以文本传递（如 `"0.06"`、`"30000000"`），金额以元计，日期为 `YYYY-MM-DD`。',
].join('\n\n');

/** The document an API reference, a client generator or a test reads (OpenAPI 3.1). */
export const openApiDocument = (app: OpenAPIHono<AppEnv>, version: string) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Tidu 梯度 API', version, description, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/' }],
  });

export type OpenApiDocument = ReturnType<typeof openApiDocument>;
