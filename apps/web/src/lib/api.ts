import { call, upload } from './http.ts';
import type {
  ActivityLine,
  AttendeePage,
  Board,
  EventInput,
  EventView,
  ImportRow,
  ImportView,
  IntroductionView,
  MailPreview,
  Me,
  MemberView,
  OrganizationView,
  Role,
} from './shapes.ts';

const organizations = '/organizations';
const of = (organizationId: string): string => `${organizations}/${organizationId}`;
const event = (organizationId: string, eventId: string): string => `${of(organizationId)}/events/${eventId}`;

/** Where an event is: every call below an event names both. */
export interface EventPath {
  organizationId: string;
  eventId: string;
}
const at = ({ organizationId, eventId }: EventPath): string => event(organizationId, eventId);

interface Versioned {
  id: string;
  version: number;
}

/** Every call the screens make, by resource. */
export const api = {
  me: () => call<Me>('GET', '/me'),
  signOut: () => call<void>('POST', '/sign-out'),
  organizations: {
    create: (input: { name: string; timeZone: string; city?: string }) =>
      call<OrganizationView>('POST', organizations, input),
    read: (id: string) => call<OrganizationView>('GET', of(id)),
    change: (id: string, input: Partial<Omit<OrganizationView, 'id' | 'slug'>>) =>
      call<OrganizationView>('PATCH', of(id), input),
    activity: (id: string, after?: string) =>
      call<{ lines: ActivityLine[]; next: string | null }>('GET', `${of(id)}/activity`, undefined, { after }),
  },
  members: {
    list: (organizationId: string) => call<{ members: MemberView[] }>('GET', `${of(organizationId)}/members`),
    add: (organizationId: string, input: { email: string; role: Role }) =>
      call<MemberView>('POST', `${of(organizationId)}/members`, input),
    change: (organizationId: string, id: string, input: { role: Role }) =>
      call<MemberView>('PATCH', `${of(organizationId)}/members/${id}`, input),
    remove: (organizationId: string, id: string) => call<void>('DELETE', `${of(organizationId)}/members/${id}`),
  },
  events: {
    list: (organizationId: string, after?: string) =>
      call<{ events: EventView[]; next: string | null }>('GET', `${of(organizationId)}/events`, undefined, { after }),
    create: (organizationId: string, input: EventInput) =>
      call<EventView>('POST', `${of(organizationId)}/events`, input),
    read: (path: EventPath) => call<EventView>('GET', at(path)),
    change: (path: EventPath, input: EventInput & { version: number }) => call<EventView>('PATCH', at(path), input),
    publish: (path: EventPath) => call<EventView>('POST', `${at(path)}/publish`),
    cancel: (path: EventPath, reason: string) => call<EventView>('POST', `${at(path)}/cancel`, { reason }),
  },
  attendees: {
    list: (path: EventPath, query: { status?: string; search?: string; after?: string }) =>
      call<AttendeePage>('GET', `${at(path)}/attendees`, undefined, query),
    cancel: (path: EventPath, id: string) => call<void>('POST', `${at(path)}/attendees/${id}/cancel`, undefined, {}, true),
  },
  imports: {
    list: (path: EventPath) => call<{ imports: ImportView[] }>('GET', `${at(path)}/imports`),
    create: (path: EventPath, file: File, progress: (part: number) => void) =>
      upload<ImportView>(`${at(path)}/imports`, file, progress),
    read: (path: EventPath, id: string) => call<ImportView>('GET', `${at(path)}/imports/${id}`),
    columns: (path: EventPath, id: string, columns: string[]) =>
      call<ImportView>('PUT', `${at(path)}/imports/${id}/columns`, { columns }),
    rows: (path: EventPath, id: string, query: { after?: string; what?: string }) =>
      call<{ rows: ImportRow[]; next: string | null }>('GET', `${at(path)}/imports/${id}/rows`, undefined, query),
    start: (path: EventPath, id: string) => call<ImportView>('POST', `${at(path)}/imports/${id}/start`),
  },
  introductions: {
    board: (path: EventPath) => call<Board>('GET', `${at(path)}/introductions`),
    suggest: (path: EventPath) => call<Board>('POST', `${at(path)}/introductions/suggest`),
    pin: (path: EventPath, pair: { attendeeA: string; attendeeB: string }) =>
      call<IntroductionView>('POST', `${at(path)}/introductions`, pair),
    decide: (path: EventPath, decision: 'approve' | 'drop' | 'take-back', { id, version }: Versioned) =>
      call<unknown>('POST', `${at(path)}/introductions/${id}/${decision}`, { version }, {}, true),
    approveAll: (path: EventPath, ids: Versioned[]) =>
      call<unknown>('POST', `${at(path)}/introductions/approve-all`, { ids }, {}, true),
    reword: (path: EventPath, id: string, input: { reasonForA: string; reasonForB: string; version: number }) =>
      call<IntroductionView>('PATCH', `${at(path)}/introductions/${id}`, input),
    mails: (path: EventPath, id: string) => call<MailPreview[]>('GET', `${at(path)}/introductions/${id}/mails`),
  },
};
