import { type Right, newId, permissions, roles } from '#libs/domain';
import { type Access, accessKey } from '../../apps/api/src/auth/access.ts';
import { OrganizationsController } from '../../apps/api/src/organizations/organizations.controller.ts';
import { type Route, routesOf } from '../../apps/api/src/routes.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';

// Every route that says @Can(…), asked by everybody: who has the right is let in, who lacks it is not allowed, who has
// nothing to do with the organization finds nothing there. The table is made from the routes, so a new one is in it.

let api: Api;
let organization: { id: string };
let event: { id: string };
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  organization = await makeOrganization(api.database);
  event = await makeEvent(api.database, organization.id);
  await api.database.sql(
    `insert into mixers (id, organization_id, event_id, format, created_at) values ($1, $2, $3, 'tables', app_now())`,
    [newId(), organization.id, event.id],
  );
});
afterAll(() => api.stop());

type Answer = 'let in' | 'not allowed' | 'nothing there' | 'sign in first' | `broken: ${number}`;

interface Guarded extends Route {
  access: { can: Right };
}

const guarded = (): Guarded[] => routesOf(api.app).filter((route): route is Guarded => 'can' in route.access);

/** A path whose last id names nothing still tells who is let in: a right that is missing is noticed before a row. */
const namesNothing = (route: Route): boolean => /:(?!organizationId|eventId)\w+Id/.test(route.path);

async function ask(route: Route, cookie: string | null, eventId = event.id): Promise<Answer> {
  const path = route.path
    .replace(':organizationId', organization.id)
    .replace(':eventId', eventId)
    .replace(/:\w+/g, () => newId());
  const request = api.http[route.method.toLowerCase() as 'get'](path);
  if (cookie !== null) request.set('cookie', cookie);
  const { status, body } = await (route.method === 'GET' ? request : request.send({}));
  if (status === 401) return 'sign in first';
  if (status === 403) return body.code === 'not-allowed' ? 'not allowed' : 'broken: 403';
  if (status === 404 && !(namesNothing(route) && cookie !== null)) return 'nothing there';
  return status >= 500 ? `broken: ${status}` : 'let in';
}

async function answers(
  routes: readonly Route[],
  cookie: string | null,
  eventId?: string,
): Promise<Record<string, Answer>> {
  const table: Record<string, Answer> = {};
  for (const route of routes) table[`${route.method} ${route.path}`] = await ask(route, cookie, eventId);
  return table;
}

const expected = (routes: readonly Guarded[], answer: (route: Guarded) => Answer): Record<string, Answer> =>
  Object.fromEntries(routes.map((route) => [`${route.method} ${route.path}`, answer(route)]));

describe('who may do what', () => {
  it('knows enough routes to be worth asking', () => {
    expect(guarded().length).toBeGreaterThan(15);
  });

  it.each(roles)('lets %s do exactly what the table of rights says', async (role) => {
    const { personId } = await makeMember(api.database, organization.id, role);
    const may = (route: Guarded) => (permissions[route.access.can] as readonly string[]).includes(role);
    expect(await answers(guarded(), await api.cookieOf(personId))).toEqual(
      expected(guarded(), (route) => (may(route) ? 'let in' : 'not allowed')),
    );
  });

  it('asks somebody without a session to sign in, everywhere', async () => {
    expect(await answers(guarded(), null)).toEqual(expected(guarded(), () => 'sign in first'));
  });

  it.each(['a stranger', 'the owner of another organization'])('shows %s nothing at all', async (who) => {
    const person = await makePerson(api.database);
    if (who !== 'a stranger') {
      await makeMember(api.database, (await makeOrganization(api.database)).id, 'owner', person);
    }
    // Also where the path names nothing: such a 404 has to come from the guard, so it is asked for by the right itself.
    const routes = guarded().filter((route) => !namesNothing(route));
    const cookie = await api.cookieOf(person.id);
    expect(await answers(routes, cookie)).toEqual(expected(routes, () => 'nothing there'));
    for (const route of guarded().filter(namesNothing)) {
      const path = route.path
        .replace(':organizationId', organization.id)
        .replace(':eventId', event.id)
        .replace(/:\w+/g, () => newId());
      const { status } = await api.http[route.method.toLowerCase() as 'get'](path).set('cookie', cookie);
      expect([route.path, status]).toEqual([route.path, 404]);
    }
  });

  it('shows a host who is limited to one event nothing of another', async () => {
    const other = await makeEvent(api.database, organization.id);
    const host = await makeMember(api.database, organization.id, 'host');
    await api.database.sql('update members set event_ids = array[$2::uuid] where id = $1', [
      host.id,
      event.id,
    ]);
    const cookie = await api.cookieOf(host.personId);
    const routes = guarded().filter(
      (route) =>
        route.path.includes(':eventId') &&
        !namesNothing(route) &&
        (permissions[route.access.can] as readonly string[]).includes('host'),
    );
    expect(await answers(routes, cookie, other.id)).toEqual(expected(routes, () => 'nothing there'));
    expect(await answers(routes, cookie, event.id)).toEqual(expected(routes, () => 'let in'));
  });

  it('opens nothing of an organization to everybody or to every session', () => {
    const open = routesOf(api.app).filter(
      ({ path, access }) => path.includes(':organizationId') && !('can' in access),
    );
    expect(open).toEqual([]);
  });

  it('would notice a route that asks for too little (control)', async () => {
    const handler = Reflect.get(OrganizationsController.prototype, 'addMember') as object;
    const access = Reflect.getMetadata(accessKey, handler) as Access;
    const door = await makeMember(api.database, organization.id, 'door');
    const cookie = await api.cookieOf(door.personId);
    const [route] = guarded().filter(({ operationId }) => operationId === 'organizations.addMember');
    if (route === undefined) throw new Error('The route of the control is gone');
    expect(await ask(route, cookie)).toBe('not allowed');
    Reflect.defineMetadata(accessKey, { can: 'organization.read' }, handler);
    try {
      expect(await ask(route, cookie)).toBe('let in');
    } finally {
      Reflect.defineMetadata(accessKey, access, handler);
    }
  });
});
