import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Waiting } from '../components/waiting.tsx';
import { Failure } from './failure.tsx';
import { Missing } from './missing.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: Missing });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/organizations/home.tsx'), 'Home'),
});
const newOrganization = createRoute({
  getParentRoute: () => root,
  path: '/organizations/new',
  component: lazyRouteComponent(
    () => import('../features/organizations/new-organization.tsx'),
    'NewOrganization',
  ),
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/$slug',
  component: lazyRouteComponent(
    () => import('../features/organizations/organization-frame.tsx'),
    'OrganizationFrame',
  ),
});
const events = createRoute({
  getParentRoute: () => organization,
  path: '/',
  component: lazyRouteComponent(() => import('../features/events/events-list.tsx'), 'EventsList'),
});
const newEvent = createRoute({
  getParentRoute: () => organization,
  path: '/events/new',
  component: lazyRouteComponent(() => import('../features/events/new-event.tsx'), 'NewEvent'),
});
const audience = createRoute({
  getParentRoute: () => organization,
  path: '/audience',
  component: lazyRouteComponent(() => import('../features/audience/audience.tsx'), 'Audience'),
});
const synonyms = createRoute({
  getParentRoute: () => organization,
  path: '/synonyms',
  component: lazyRouteComponent(() => import('../features/synonyms/synonyms.tsx'), 'SynonymTable'),
});
const members = createRoute({
  getParentRoute: () => organization,
  path: '/members',
  component: lazyRouteComponent(() => import('../features/members/members.tsx'), 'Members'),
});
const activity = createRoute({
  getParentRoute: () => organization,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/activity/activity.tsx'), 'Activity'),
});
const settings = createRoute({
  getParentRoute: () => organization,
  path: '/organization',
  component: lazyRouteComponent(
    () => import('../features/organizations/edit-organization.tsx'),
    'EditOrganization',
  ),
});

const event = createRoute({
  getParentRoute: () => organization,
  path: '/events/$eventId',
  component: lazyRouteComponent(() => import('../features/events/event-frame.tsx'), 'EventFrame'),
});
const overview = createRoute({
  getParentRoute: () => event,
  path: '/',
  component: lazyRouteComponent(() => import('../features/events/overview.tsx'), 'Overview'),
});
const editEvent = createRoute({
  getParentRoute: () => event,
  path: '/edit',
  component: lazyRouteComponent(() => import('../features/events/edit-event.tsx'), 'EditEvent'),
});
const guests = createRoute({
  getParentRoute: () => event,
  path: '/guests',
  validateSearch: (search: Record<string, unknown>): { show?: string } =>
    typeof search['show'] === 'string' ? { show: search['show'] } : {},
  component: lazyRouteComponent(() => import('../features/guests/guests.tsx'), 'Guests'),
});
const imports = createRoute({
  getParentRoute: () => event,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/imports/imports.tsx'), 'Imports'),
});
const oneImport = createRoute({
  getParentRoute: () => event,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('../features/imports/one-import.tsx'), 'OneImport'),
});
const introductions = createRoute({
  getParentRoute: () => event,
  path: '/introductions',
  component: lazyRouteComponent(() => import('../features/introductions/board.tsx'), 'IntroductionsBoard'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    newOrganization,
    organization.addChildren([
      events,
      newEvent,
      audience,
      synonyms,
      members,
      activity,
      settings,
      event.addChildren([overview, editEvent, guests, imports, oneImport, introductions]),
    ]),
  ]),
  basepath: '/app',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Failure,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
