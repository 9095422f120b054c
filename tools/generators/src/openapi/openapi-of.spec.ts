import { coresOfWorkspace, openapiOfWorkspace } from '../generate.ts';
import { openapiOf } from './openapi-of.ts';
import { checkDocument, operationsOf } from './self-check.ts';

const document = openapiOfWorkspace();
const operations = operationsOf(document);

describe('the OpenAPI document', () => {
  it('is sound: references lead somewhere, names are unique, every schema compiles, nothing is left over', () => {
    expect(checkDocument(document)).toEqual([]);
  });

  it('is the same whenever it is generated', () => {
    expect(JSON.stringify(openapiOf(coresOfWorkspace(), document.info))).toBe(JSON.stringify(document));
  });

  it('has a typed route for every act that someone may do, and none that only the system does', () => {
    const paths = operations.map(({ method, path }) => `${method} ${path}`);
    expect(paths).toEqual(expect.arrayContaining(['post /v1/work-orders', 'post /v1/work-orders/{id}/sign-off', 'post /v1/service-requests', 'patch /v1/customers/{id}', 'get /v1/price-items/{id}', 'post /v1/staff']));
    expect(paths).not.toContain('post /v1/service-requests/{id}/dispatch');
    expect(paths).not.toContain('post /v1/tasks');
  });

  it('lets every command be sent twice, and every change of a matter name its version', () => {
    for (const { method, path, operation } of operations) {
      const references = (operation.parameters ?? []).flatMap((parameter) => ('$ref' in parameter ? [parameter.$ref.split('/').at(-1)] : []));
      if (method === 'post') expect([path, references.includes('IdempotencyKey')]).toEqual([path, true]);
      if (operation.responses['412']) expect([path, references.includes('IfMatch')]).toEqual([path, true]);
      if (method === 'patch' || /^\/v1\/(work-orders|service-requests|staff|tasks)\/\{id\}\//.test(path)) expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(['409', '412', '428'])]);
    }
  });

  it('answers every problem as a problem document', () => {
    for (const { operation } of operations)
      for (const [status, answer] of Object.entries(operation.responses))
        if (Number(status) >= 400 && !operation.tags.includes('health')) expect(answer).toEqual({ $ref: `#/components/responses/Problem${status}` });
  });
});

describe('the check of a document', () => {
  interface Loose {
    readonly paths: Record<string, Record<string, Record<string, unknown>>>;
    readonly components: { readonly schemas: Record<string, unknown> };
  }
  const spoilt = (change: (copy: Loose) => void): readonly string[] => {
    const copy = structuredClone(document);
    change(copy as unknown as Loose);
    return checkDocument(copy);
  };

  it('finds a reference that leads nowhere', () => {
    expect(spoilt((copy) => { delete copy.components.schemas['Money']; }).join()).toContain('#/components/schemas/Money leads nowhere');
  });

  it('finds an operation named twice, a path parameter not declared, and a schema that is none', () => {
    expect(spoilt((copy) => { copy.paths['/v1/customers']!['get']!['operationId'] = 'listTeams'; }).join()).toContain('listTeams names two operations');
    expect(spoilt((copy) => { copy.paths['/v1/customers/{id}']!['get']!['parameters'] = []; }).join()).toContain('does not declare {id}');
    expect(spoilt((copy) => { copy.components.schemas['Money'] = { type: 'moneyy' }; })).not.toEqual([]);
  });

  it('finds a component that nothing uses', () => {
    expect(spoilt((copy) => { copy.components.schemas['Left'] = { type: 'string' }; })).toEqual(['#/components/schemas/Left is used by nothing']);
  });
});
