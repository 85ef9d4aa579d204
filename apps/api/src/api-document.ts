import { errorCodes } from '#libs/domain';
import { words } from '#libs/words';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Access } from './auth/access.ts';
import { takesKey } from './auth/idempotency-key.ts';
import { type Route, operationIdOf, routesOf } from './routes.ts';

type Schema = Record<string, unknown>;
type Operation = Record<string, unknown> & {
  operationId: string;
  responses: Record<string, unknown>;
  requestBody?: object;
  parameters?: Parameter[];
};

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: object;
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: words.api.idempotencyKey,
  schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[!-~]+$' },
};

const apiPrefix = '/api/v1/';
const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI 3.1 document of everything under /api/v1. Responses have their fields only in the build, by its plugin. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Acquaint')
    .setDescription(words.api.description)
    .setVersion('1')
    .addCookieAuth('__Host-session', { type: 'apiKey', in: 'cookie', name: '__Host-session' }, 'session')
    .build();
  const scanned = SwaggerModule.createDocument(app, outline, { operationIdFactory: operationIdOf });
  const routes = new Map(routesOf(app).map((route) => [route.operationId, route]));
  const paths = Object.entries(scanned.paths).filter(([path]) => path.startsWith(apiPrefix));
  for (const [path, item] of paths) {
    for (const method of methods) {
      const operation = item[method] as Operation | undefined;
      const route = routes.get(operation?.operationId ?? '');
      if (operation !== undefined && route !== undefined) complete(operation, route, path, method);
    }
  }
  const document = { ...scanned, paths: Object.fromEntries(paths.sort(([a], [b]) => (a < b ? -1 : 1))) };
  return withSchemasInUse(document);
}

/** Says what stands in its path, who may call it and how it refuses. */
function complete(operation: Operation, route: Route, path: string, method: string): void {
  const { access } = route;
  operation.parameters = [
    ...parametersOfPath(path),
    ...(operation.parameters ?? []).filter((one) => one.in !== 'path'),
    ...(takesKey(route) ? [idempotencyKey] : []),
  ];
  operation['security'] = 'public' in access ? [] : [{ session: [] }];
  if ('can' in access) operation['x-right'] = access.can;
  for (const status of refusalsOf(operation, access, path, method)) {
    operation.responses[status] ??= {
      description: words.statuses[status] ?? '',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
}

/** Also those that no handler takes because the guard reads them: the organization. */
function parametersOfPath(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));
}

function refusalsOf(operation: Operation, access: Access, path: string, method: string): number[] {
  const open = 'public' in access;
  const unsafe = method !== 'get' && method !== 'head';
  const hasPlace = path.includes('{');
  const hasBody = operation.requestBody !== undefined;
  const reads = hasPlace || hasBody || (operation.parameters ?? []).length > 0;
  return [
    ...(open ? [] : [401]),
    ...('can' in access || unsafe ? [403] : []),
    ...(hasPlace ? [404] : []),
    ...(unsafe ? [409, 429] : []),
    ...(hasBody ? [413] : []),
    ...(reads ? [422] : []),
    503,
  ];
}

const problem: Schema = {
  type: 'object',
  description: words.api.problem,
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: words.api.problemDetail },
    code: { type: 'string', enum: [...Object.keys(errorCodes), 'unknown'].sort() },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    current: { description: words.api.problemCurrent, $ref: '#/components/schemas/IntroductionView' },
    requestId: { type: 'string' },
  },
};

/** Leaves out what only pages used, and sorts what the compiler lists in an order of its own. */
function withSchemasInUse(document: OpenAPIObject): OpenAPIObject {
  const all: Record<string, unknown> = { ...document.components?.schemas, Problem: problem };
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(all[name] ?? {});
    }
  };
  visit(document.paths);
  const schemas = Object.fromEntries(
    [...used].sort().map((name) => [name, withSortedChoices(all[name] ?? {})]),
  );
  return { ...document, components: { ...document.components, schemas } } as OpenAPIObject;
}

function withSortedChoices(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'enum' && Array.isArray(value) ? [...(value as unknown[])].sort() : value,
  );
}
