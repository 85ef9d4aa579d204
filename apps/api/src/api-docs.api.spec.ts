import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, startApi } from '../../../test/support/api.ts';
import { routesOf } from './routes.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

interface Operation {
  operationId: string;
  security: unknown[];
  responses: Record<string, unknown>;
  parameters: { in: string; name: string }[];
}
type Operations = Record<string, Operation>;

describe('the OpenAPI document', () => {
  it('has every route of the api, each with a short id of its own, its session and its refusals', async () => {
    const { body } = await api.http.get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values(body.paths as Record<string, Operations>).flatMap((item) =>
      Object.values(item),
    );
    const ids = operations.map(({ operationId }) => operationId);
    // What only a demonstration has is no part of the api.
    const routes = routesOf(api.app).filter(({ path }) => /^\/api\/v1\/(?!demo\/)/.test(path));
    expect([...ids].sort()).toEqual(routes.map(({ operationId }) => operationId).sort());
    expect(new Set(ids).size).toBe(ids.length);
    for (const route of routes) {
      const operation = operations.find(({ operationId }) => operationId === route.operationId);
      expect(operation?.security).toEqual('public' in route.access ? [] : [{ session: [] }]);
      const refusals = Object.keys(operation?.responses ?? {});
      expect(refusals).toEqual(
        expect.arrayContaining('can' in route.access ? ['401', '403', '404', '503'] : ['503']),
      );
    }
  });

  it('declares every parameter of every path', async () => {
    const { body } = await api.http.get('/api/openapi.json').expect(200);
    for (const [path, item] of Object.entries(body.paths as Record<string, Operations>)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(item)) {
        expect(parameters.flatMap((one) => (one.in === 'path' ? [one.name] : []))).toEqual(named);
      }
    }
  });

  it('says nothing of pages and of health', async () => {
    const { body } = await api.http.get('/api/openapi.json').expect(200);
    expect(Object.keys(body.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
  });

  it('cannot mix up two shapes, because no two have one name', () => {
    const folder = join(process.cwd(), 'apps/api/src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.dto.ts'),
    );
    const names = files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^export class (\w+)/gm)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('the page of the api', () => {
  it('keeps to our policy: its scripts are files of ours, none stands in the page', async () => {
    const page = await api.http.get('/api/docs').expect(200);
    expect(page.headers['content-security-policy']).toContain(`default-src 'self'`);
    expect(page.headers['content-security-policy']).not.toMatch(/script-src|default-src[^;]*unsafe/);
    const scripts = [...page.text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = '', inside = ''] of scripts) {
      expect(inside.trim()).toBe('');
      const [, source = ''] = /src=["']([^"']+)/.exec(attributes) ?? [];
      const file = await api.http.get(new URL(source, `${api.url}/api/docs`).pathname).expect(200);
      expect(file.headers['content-type']).toContain('javascript');
    }
  });
});
