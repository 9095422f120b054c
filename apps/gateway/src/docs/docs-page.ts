import { escapeHtml } from '../prints/escape-html.ts';
import type { OpenApiDocument } from './openapi-file.ts';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean; readonly description?: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}
const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;
const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}code,pre{font-family:ui-monospace,monospace}
pre{background:#f5f5f5;padding:.75rem;overflow:auto;max-height:24rem}summary{cursor:pointer;padding:.3rem 0}summary b{display:inline-block;width:4.5rem;text-transform:uppercase}h2{border-bottom:1px solid #ccc;margin-top:2rem}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left}
@media(prefers-color-scheme:dark){body{color:#eee;background:#151515}pre{background:#222}}`;

function operationHtml(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.name !== undefined);
  const table = parameters.length === 0 ? '' : `<table><tr><th>Parameter</th><th>In</th><th></th></tr>${parameters.map((parameter) => `<tr><td><code>${escapeHtml(parameter.name ?? '')}</code>${parameter.required ? ' *' : ''}</td><td>${escapeHtml(parameter.in ?? '')}</td><td>${escapeHtml(parameter.description ?? '')}</td></tr>`).join('')}</table>`;
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const body = schema === undefined ? '' : `<p>Body</p><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre>`;
  const answers = Object.entries(operation.responses ?? {}).map(([status, { description }]) => `<li><code>${escapeHtml(status)}</code> ${escapeHtml(description ?? '')}</li>`).join('');
  return `<details><summary><b>${method}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary ?? '')}</summary><p>${escapeHtml(operation.description ?? '')}</p>${table}${body}<ul>${answers}</ul></details>`;
}

/** The description of the API as one page: no script, nothing fetched from elsewhere. */
export function docsPage(document: OpenApiDocument | undefined): string {
  const groups = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document?.paths ?? {})) {
    for (const method of METHODS) {
      const operation = operations[method] as Operation | undefined;
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'API';
      groups.set(tag, [...(groups.get(tag) ?? []), operationHtml(method, path, operation)]);
    }
  }
  const sections = [...groups].map(([tag, items]) => `<h2>${escapeHtml(tag)}</h2>${items.join('\n')}`).join('\n');
  const title = escapeHtml(document?.info?.title ?? 'Huiyin API');
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title} ${escapeHtml(document?.info?.version ?? '')}</h1><p>${escapeHtml(document?.info?.description ?? '')}</p><p><a href="/v1/openapi.json">OpenAPI document</a></p>\n${sections}\n</body></html>\n`;
}
