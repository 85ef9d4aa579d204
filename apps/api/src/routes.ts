import { type INestApplicationContext, type Type, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type Access, accessKey } from './auth/access.ts';
import { repeatableKey } from './auth/idempotency-key.ts';

export interface Route {
  /** Short and stable: "events.publish". */
  operationId: string;
  /** In capitals. */
  method: string;
  /** With its parameters as ":eventId". */
  path: string;
  access: Access;
  /** Why it takes no Idempotency-Key although it changes something; undefined when nothing was said. */
  repeatable: string | undefined;
}

/** "EventsController", "publish" → "events.publish". */
export function operationIdOf(controller: string, handler: string): string {
  const feature = controller.replace(/Controller$/, '');
  return `${feature.charAt(0).toLowerCase()}${feature.slice(1)}.${handler}`;
}

/** Every route of the app with its word on access, for the document and for the authorization matrix. */
export function routesOf(app: INestApplicationContext): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap(({ controllers }) => [...controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOfController(metatype as Type) : [],
  );
}

function routesOfController(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (handler === undefined || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    return pathsOf(handler).flatMap((path) =>
      pathsOf(controller).map((prefix) => ({
        operationId: operationIdOf(controller.name, name),
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET',
        path: `/${prefix}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
        access: Reflect.getMetadata(accessKey, handler) as Access,
        repeatable: Reflect.getMetadata(repeatableKey, handler) as string | undefined,
      })),
    );
  });
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(path) ? path : [path ?? ''];
}
