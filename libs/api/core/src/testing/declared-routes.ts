import { RequestMethod, type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS_METADATA, type AccessDeclaration } from '../access/allow';

/** One handler of a running application and who it says may use it. */
export interface DeclaredRoute {
  /** `ChallengesController.list`. */
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  /** Undefined when nobody said who may use it. */
  readonly access: AccessDeclaration | undefined;
}

/** Lists every handler of every controller, in the order of the modules. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(modules.flatMap((module) => [...module.controllers.values()].map((c) => c.metatype)));
  return [...controllers].flatMap((controller) => (typeof controller === 'function' ? routesOf(controller) : []));
}

// Nest types a controller's class as Function
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- the framework's own type
function routesOf(controller: Function): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, unknown>; // a class's prototype holds its methods by name
  const base = metadata<string | string[]>('path', controller);
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function') return [];
    const method = metadata<number>('method', handler);
    if (method === undefined) return [];
    const path = `/${String(base ?? '')}/${String(metadata<string | string[]>('path', handler) ?? '')}`;
    return [
      {
        handler: `${controller.name}.${name}`,
        method: RequestMethod[method] ?? 'ALL',
        path: path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        access:
          metadata<AccessDeclaration>(ACCESS_METADATA, handler) ??
          metadata<AccessDeclaration>(ACCESS_METADATA, controller),
      },
    ];
  });
}

function metadata<Value>(key: string, target: object): Value | undefined {
  return Reflect.getMetadata(key, target) as Value | undefined; // written by the decorator of that key
}
