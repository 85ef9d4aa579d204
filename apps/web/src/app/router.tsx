import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Waiting } from '../components/waiting.tsx';
import { writingSearch } from '../features/messages/writing-search.ts';
import { mailLogSearch } from '../features/mail-log/mail-log-search.ts';
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
const installationMail = createRoute({
  getParentRoute: () => root,
  path: '/installation/mail',
  component: lazyRouteComponent(
    () => import('../features/installation-mail/installation-mail.tsx'),
    'InstallationMail',
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
const critiqueCredits = createRoute({
  getParentRoute: () => organization,
  path: '/credits',
  component: lazyRouteComponent(
    () => import('../features/critique-credits/critique-credits.tsx'),
    'CritiqueCredits',
  ),
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
const mailLog = createRoute({
  getParentRoute: () => organization,
  path: '/mail',
  validateSearch: mailLogSearch,
  component: lazyRouteComponent(() => import('../features/mail-log/mail-log.tsx'), 'MailLog'),
});
const organizationInsights = createRoute({
  getParentRoute: () => organization,
  path: '/insights',
  component: lazyRouteComponent(
    () => import('../features/insights/organization-insights.tsx'),
    'OrganizationInsightsPage',
  ),
});
const settings = createRoute({
  getParentRoute: () => organization,
  path: '/organization',
  component: lazyRouteComponent(
    () => import('../features/organizations/edit-organization.tsx'),
    'EditOrganization',
  ),
});

const seriesList = createRoute({
  getParentRoute: () => organization,
  path: '/series',
  component: lazyRouteComponent(() => import('../features/series/series-list.tsx'), 'SeriesList'),
});
const seriesPage = createRoute({
  getParentRoute: () => organization,
  path: '/series/$seriesId',
  component: lazyRouteComponent(() => import('../features/series/series-page.tsx'), 'SeriesPage'),
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
const repeatEvent = createRoute({
  getParentRoute: () => event,
  path: '/repeat',
  component: lazyRouteComponent(() => import('../features/series/repeat-event.tsx'), 'RepeatEvent'),
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
const messages = createRoute({
  getParentRoute: () => event,
  path: '/messages',
  component: lazyRouteComponent(() => import('../features/messages/messages.tsx'), 'Messages'),
});
const message = createRoute({
  getParentRoute: () => event,
  path: '/messages/$messageId',
  validateSearch: writingSearch,
  component: lazyRouteComponent(() => import('../features/messages/write-message.tsx'), 'WriteMessage'),
});
const introductions = createRoute({
  getParentRoute: () => event,
  path: '/introductions',
  component: lazyRouteComponent(() => import('../features/introductions/board.tsx'), 'IntroductionsBoard'),
});
const circles = createRoute({
  getParentRoute: () => event,
  path: '/circles',
  component: lazyRouteComponent(() => import('../features/circles/circles.tsx'), 'Circles'),
});
const critiqueSessions = createRoute({
  getParentRoute: () => event,
  path: '/critique-sessions',
  component: lazyRouteComponent(
    () => import('../features/critique-sessions/sessions.tsx'),
    'CritiqueSessions',
  ),
});
const newCritiqueSession = createRoute({
  getParentRoute: () => event,
  path: '/critique-sessions/new',
  component: lazyRouteComponent(
    () => import('../features/critique-sessions/new-session.tsx'),
    'NewCritiqueSession',
  ),
});
const critiquePlan = createRoute({
  getParentRoute: () => event,
  path: '/critique-sessions/$sessionId',
  component: lazyRouteComponent(() => import('../features/critique-sessions/plan.tsx'), 'CritiquePlan'),
});
const critiqueSettings = createRoute({
  getParentRoute: () => event,
  path: '/critique-sessions/$sessionId/settings',
  component: lazyRouteComponent(
    () => import('../features/critique-sessions/edit-session.tsx'),
    'EditCritiqueSession',
  ),
});
const critiqueLetters = createRoute({
  getParentRoute: () => event,
  path: '/critique-sessions/$sessionId/letters',
  component: lazyRouteComponent(
    () => import('../features/critique-sessions/letters/letters.tsx'),
    'CritiqueLetters',
  ),
});
const critiqueRun = createRoute({
  getParentRoute: () => event,
  path: '/critique-sessions/$sessionId/run',
  component: lazyRouteComponent(() => import('../features/critique-sessions/run/run.tsx'), 'RunSession'),
});
/** For a wall: nothing but the room stands there. */
const critiqueRoom = createRoute({
  getParentRoute: () => root,
  path: '/$slug/events/$eventId/critique-sessions/$sessionId/room',
  staticData: { isBare: true },
  component: lazyRouteComponent(() => import('../features/critique-sessions/room/room.tsx'), 'Room'),
});
const panel = createRoute({
  getParentRoute: () => event,
  path: '/panels/$panelId',
  component: lazyRouteComponent(() => import('../features/panels/moderate-panel.tsx'), 'ModeratePanel'),
});
/** Behind the speakers: nothing but the question and the time stands there. */
const stage = createRoute({
  getParentRoute: () => root,
  path: '/$slug/events/$eventId/panels/$panelId/stage',
  staticData: { isBare: true },
  component: lazyRouteComponent(() => import('../features/panels/stage.tsx'), 'Stage'),
});
const door = createRoute({
  getParentRoute: () => event,
  path: '/door',
  component: lazyRouteComponent(() => import('../features/door/door.tsx'), 'Door'),
});
const tables = createRoute({
  getParentRoute: () => event,
  path: '/tables',
  component: lazyRouteComponent(() => import('../features/tables/tables.tsx'), 'Tables'),
});
/** For a wall, as the room of a critique session. */
const tablesMap = createRoute({
  getParentRoute: () => root,
  path: '/$slug/events/$eventId/tables/map',
  staticData: { isBare: true },
  component: lazyRouteComponent(() => import('../features/tables/map.tsx'), 'TablesMap'),
});
const agenda = createRoute({
  getParentRoute: () => event,
  path: '/agenda',
  component: lazyRouteComponent(() => import('../features/agenda/agenda.tsx'), 'EveningAgenda'),
});
const eveningInsights = createRoute({
  getParentRoute: () => event,
  path: '/insights',
  component: lazyRouteComponent(() => import('../features/insights/evening-insights.tsx'), 'EveningInsights'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    newOrganization,
    installationMail,
    critiqueRoom,
    tablesMap,
    stage,
    organization.addChildren([
      events,
      newEvent,
      audience,
      synonyms,
      critiqueCredits,
      seriesList,
      seriesPage,
      organizationInsights,
      members,
      activity,
      mailLog,
      settings,
      event.addChildren([
        overview,
        editEvent,
        repeatEvent,
        guests,
        imports,
        messages,
        message,
        agenda,
        oneImport,
        introductions,
        circles,
        critiqueSessions,
        newCritiqueSession,
        critiquePlan,
        critiqueSettings,
        critiqueLetters,
        critiqueRun,
        panel,
        door,
        tables,
        eveningInsights,
      ]),
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
  interface StaticDataRouteOption {
    /** Without masthead, banner and bar. */
    isBare?: boolean;
  }
}
