import { html } from 'hono/html';
import type { OpenApiDocument } from './openapi-document.ts';
import { exampleOf, namesIn, type Schema, type Schemas, typeOf } from './schema-outline.ts';

/** A piece of the page, already escaped. */
type Piece = ReturnType<typeof html> | readonly (ReturnType<typeof html> | string)[] | string;

interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The readable reference (接口说明): one page, made from the OpenAPI document alone, without scripts. */
export function referencePage(document: OpenApiDocument) {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const entries = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Operation>>).map(
      ([method, operation]): Entry => ({ method, path, operation }),
    ),
  );
  const tags = [...new Set(entries.map(({ operation }) => operation.tags?.[0] ?? ''))];
  return html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${document.info.title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/docs/style.css" />
  </head>
  <body>
    <header>
      <h1>${document.info.title} <small>${document.info.version}</small></h1>
      ${paragraphs(document.info.description ?? '')}
      <p><a href="/openapi.json">OpenAPI 3.1</a> · <a href="/">自测首页 · Self-check</a></p>
    </header>
    <nav aria-label="目录">
      <ul>${entries.map(({ operation, method, path }) => html`<li><a href="#${operation.operationId ?? ''}"><code>${method.toUpperCase()} ${path}</code> ${operation.summary ?? ''}</a></li>`)}</ul>
    </nav>
    <main>
      ${tags.map((tag) => html`<h2>${tag}</h2>${entries.filter((e) => e.operation.tags?.[0] === tag).map((e) => section(e, schemas))}`)}
      <h2>数据形状 · Schemas</h2>
      ${Object.entries(schemas).map(([name, schema]) => schemaSection(name, schema, schemas))}
    </main>
  </body>
</html>`;
}

function section({ method, path, operation }: Entry, schemas: Schemas): Piece {
  return html`<section id="${operation.operationId ?? ''}">
  <h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
  <p class="summary">${operation.summary ?? ''}</p>
  ${paragraphs(operation.description ?? '')}
  ${parametersOf(operation)}
  ${operation.requestBody ? html`<h4>请求体 · Request</h4>${contentOf(operation.requestBody.content, schemas)}` : ''}
  <h4>试一试 · Try</h4>
  <pre tabindex="0"><code>${curlOf(method, path, operation, schemas)}</code></pre>
  <h4>回应 · Responses</h4>
  <dl>${Object.entries(operation.responses).map(([status, response]) => html`<dt><code>${status}</code> ${response.description}</dt><dd>${status === '200' ? contentOf(response.content ?? {}, schemas) : linksOf(response.content ?? {})}</dd>`)}</dl>
</section>`;
}

function parametersOf({ parameters = [] }: Operation): Piece {
  if (parameters.length === 0) return '';
  return html`<h4>参数 · Parameters</h4>
<div class="scroll" tabindex="0" role="group" aria-label="表格"><table><thead><tr><th>名称</th><th>位置</th><th>类型</th><th>说明</th></tr></thead>
<tbody>${parameters.map((p) => html`<tr><td><code>${p.name}</code>${p.required ? ' *' : ''}</td><td>${p.in}</td><td><code>${typeOf(p.schema ?? {})}</code></td><td>${p.schema?.description ?? p.description ?? ''}</td></tr>`)}</tbody></table></div>`;
}

const contentOf = (content: Content, schemas: Schemas): Piece =>
  Object.entries(content).map(
    ([type, { schema }]) =>
      html`<p><code>${type}</code> ${typed(schema)}</p><details><summary>示例 · Example</summary><pre tabindex="0"><code>${exampleText(schema, schemas)}</code></pre></details>`,
  );

const linksOf = (content: Content): Piece => Object.values(content).map(({ schema }) => html`<p>${typed(schema)}</p>`);

/** A type whose named schemas are links. */
function typed(schema: Schema): Piece {
  const names = namesIn(schema);
  return html`<code>${typeOf(schema)}</code>${names.map((name) => html` <a href="#schema-${name}" aria-label="${name} 的字段">↓</a>`)}`;
}

function schemaSection(name: string, schema: Schema, schemas: Schemas): Piece {
  const fields = Object.entries(schema.properties ?? {});
  const table = html`<div class="scroll" tabindex="0" role="group" aria-label="表格"><table><thead><tr><th>字段</th><th>类型</th><th>说明</th></tr></thead><tbody>${fields.map(
    ([field, of]) =>
      html`<tr><td><code>${field}</code>${schema.required?.includes(field) ? ' *' : ''}</td><td>${typed(of)}</td><td>${of.description ?? ''}</td></tr>`,
  )}</tbody></table></div>`;
  return html`<section id="schema-${name}"><h3><code>${name}</code></h3>
  ${paragraphs(schema.description ?? '')}
  ${fields.length > 0 ? table : html`<p><code>${typeOf(schema)}</code></p><pre tabindex="0"><code>${exampleText(schema, schemas)}</code></pre>`}
</section>`;
}

const exampleText = (schema: Schema, schemas: Schemas): string => JSON.stringify(exampleOf(schema, schemas), null, 2);

function curlOf(method: string, path: string, operation: Operation, schemas: Schemas): string {
  const filled = (operation.parameters ?? []).reduce(
    (url, p) => url.replace(`{${p.name}}`, String(p.schema?.examples?.[0] ?? p.name)),
    path,
  );
  const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || body === undefined) return `curl http://127.0.0.1:8787${filled}`;
  if (type === 'application/x-ndjson') {
    return `curl -N -T firms.ndjson -X POST -H 'Content-Type: ${type}' \\\n  'http://127.0.0.1:8787${filled}?policy=tech-sme&decision=2026-03-31'`;
  }
  return `curl -X ${method.toUpperCase()} http://127.0.0.1:8787${filled} \\\n  -H 'Content-Type: ${type}' \\\n  -d '${JSON.stringify(exampleOf(body.schema, schemas))}'`;
}

/** Paragraphs with `code` in them; nothing else of Markdown is used in the contracts. */
function paragraphs(text: string): Piece {
  const blocks = text.split('\n\n').filter((block) => block !== '');
  return blocks.map(
    (block) =>
      html`<p>${block.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}</p>`,
  );
}
