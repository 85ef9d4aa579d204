import { answer, client, upload } from './http.ts';
import { postForProgress } from './progress.ts';
import type {
  AttendeeInput,
  CircleInput,
  ColumnMeaning,
  EventInput,
  ImportView,
  MailFate,
  MailLogKind,
  MoveReason,
  OrganizationChange,
  OrganizationInput,
  Role,
  RowOutcome,
  SuggestInput,
  SuggestionProgress,
  Suggestions,
} from './shapes.ts';

/** Where an event is: every call below an event names both. */
export interface EventPath {
  organizationId: string;
  eventId: string;
}

export type GuestTab = 'all' | 'going' | 'pending' | 'waitlist' | 'notGoing' | 'checkedIn' | 'noShow';
export type GuestSort = 'name' | 'newest' | 'queue';

/** What the mail log is narrowed to; what is left out narrows nothing. */
interface MailLogQuery {
  kind: MailLogKind | undefined;
  fate: MailFate | undefined;
  eventId: string | undefined;
  personId: string | undefined;
  after: string | undefined;
}

interface Versioned {
  id: string;
  version: number;
}

const organization = '/api/v1/organizations/{organizationId}';
const event = '/api/v1/organizations/{organizationId}/events/{eventId}';
const attendee = '/api/v1/organizations/{organizationId}/events/{eventId}/attendees/{attendeeId}';
const member = '/api/v1/organizations/{organizationId}/members/{memberId}';
const synonyms = '/api/v1/organizations/{organizationId}/synonyms/{synonymsId}';
const list = '/api/v1/organizations/{organizationId}/events/{eventId}/imports/{importId}';
const introduction = '/api/v1/organizations/{organizationId}/events/{eventId}/introductions/{introductionId}';

const wellKnown =
  '/api/v1/organizations/{organizationId}/events/{eventId}/introductions/people/{attendeeId}/well-known';

/** A cursor or a filter that is not there is not sent. */
const given = <Query extends Record<string, string | undefined>>(query: Query) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as {
    [Key in keyof Query]?: Exclude<Query[Key], undefined>;
  };

/** Decisions travel with `keepalive`, so that one still leaves when the page is closed right after it. */
const keepalive = true;

/** Every call the screens make, by resource; each throws a ProblemError. */
export const api = {
  me: () => answer(client.GET('/api/v1/me')),
  signOut: () => answer(client.POST('/api/v1/sign-out')),
  organizations: {
    create: (body: OrganizationInput) => answer(client.POST('/api/v1/organizations', { body })),
    read: (organizationId: string) =>
      answer(client.GET(organization, { params: { path: { organizationId } } })),
    change: (organizationId: string, body: OrganizationChange) =>
      answer(client.PATCH(organization, { params: { path: { organizationId } }, body })),
    activity: (organizationId: string, after?: string) =>
      answer(
        client.GET(`${organization}/activity`, {
          params: { path: { organizationId }, query: given({ after }) },
        }),
      ),
  },
  mailLog: (organizationId: string, query: MailLogQuery) =>
    answer(
      client.GET(`${organization}/mails`, {
        params: { path: { organizationId }, query: given({ ...query }) },
      }),
    ),
  members: {
    list: (organizationId: string) =>
      answer(client.GET(`${organization}/members`, { params: { path: { organizationId } } })),
    add: (organizationId: string, body: { email: string; role: Role }) =>
      answer(client.POST(`${organization}/members`, { params: { path: { organizationId } }, body })),
    change: (organizationId: string, memberId: string, body: { role: Role }) =>
      answer(client.PATCH(member, { params: { path: { organizationId, memberId } }, body })),
    remove: (organizationId: string, memberId: string) =>
      answer(client.DELETE(member, { params: { path: { organizationId, memberId } }, keepalive })),
  },
  audience: {
    list: (organizationId: string, { search, after }: { search: string; after: string | undefined }) =>
      answer(
        client.GET(`${organization}/audience`, {
          params: { path: { organizationId }, query: given({ search, after }) },
        }),
      ),
    add: (organizationId: string, emails: string) =>
      answer(
        client.POST(`${organization}/audience`, { params: { path: { organizationId } }, body: { emails } }),
      ),
    remove: (organizationId: string, personId: string) =>
      answer(
        client.DELETE(`${organization}/audience/{personId}`, {
          params: { path: { organizationId, personId } },
          keepalive,
        }),
      ),
  },
  synonyms: {
    list: (organizationId: string) =>
      answer(client.GET(`${organization}/synonyms`, { params: { path: { organizationId } } })),
    add: (organizationId: string, words: string[]) =>
      answer(
        client.POST(`${organization}/synonyms`, { params: { path: { organizationId } }, body: { words } }),
      ),
    change: (organizationId: string, synonymsId: string, body: { words: string[]; version: number }) =>
      answer(client.PATCH(synonyms, { params: { path: { organizationId, synonymsId } }, body })),
    remove: (organizationId: string, synonymsId: string) =>
      answer(client.DELETE(synonyms, { params: { path: { organizationId, synonymsId } }, keepalive })),
  },
  events: {
    list: (organizationId: string, after?: string) =>
      answer(
        client.GET(`${organization}/events`, {
          params: { path: { organizationId }, query: given({ after }) },
        }),
      ),
    create: (organizationId: string, body: EventInput) =>
      answer(client.POST(`${organization}/events`, { params: { path: { organizationId } }, body })),
    read: (path: EventPath) => answer(client.GET(event, { params: { path } })),
    change: (path: EventPath, body: EventInput & { version: number }) =>
      answer(client.PATCH(event, { params: { path }, body })),
    publish: (path: EventPath) => answer(client.POST(`${event}/publish`, { params: { path } })),
    cancel: (path: EventPath, reason: string) =>
      answer(client.POST(`${event}/cancel`, { params: { path }, body: { reason } })),
  },
  attendees: {
    list: (
      path: EventPath,
      query: { tab: GuestTab; search: string; sort: GuestSort | undefined; after: string | undefined },
    ) => answer(client.GET(`${event}/attendees`, { params: { path, query: given(query) } })),
    add: (path: EventPath, body: AttendeeInput) =>
      answer(client.POST(`${event}/attendees`, { params: { path }, body, keepalive })),
    history: (path: EventPath, attendeeId: string) =>
      answer(client.GET(`${attendee}/history`, { params: { path: { ...path, attendeeId } } })),
    cancel: (path: EventPath, attendeeId: string) =>
      answer(client.POST(`${attendee}/cancel`, { params: { path: { ...path, attendeeId } }, keepalive })),
    decide: (path: EventPath, decision: 'approve' | 'decline', attendeeId: string, note: string) =>
      answer(
        client.POST(`${attendee}/${decision}`, {
          params: { path: { ...path, attendeeId } },
          body: { note },
          keepalive,
        }),
      ),
    decideSeveral: (path: EventPath, decision: 'approve' | 'decline', ids: string[], note: string) =>
      answer(
        client.POST(`${event}/attendees/${decision}`, { params: { path }, body: { ids, note }, keepalive }),
      ),
    move: (path: EventPath, act: 'move-up' | 'seat', attendeeId: string, reason: MoveReason) =>
      answer(
        client.POST(`${attendee}/${act}`, {
          params: { path: { ...path, attendeeId } },
          body: { reason },
          keepalive,
        }),
      ),
    /** @param nonce keeps it once, however often it is sent */
    checkIn: (path: EventPath, kind: 'in' | 'undo', attendeeId: string, nonce: string) =>
      answer(
        client.POST(`${event}/check-ins`, { params: { path }, body: { attendeeId, kind, nonce }, keepalive }),
      ),
    doorNote: (path: EventPath, attendeeId: string, note: string) =>
      answer(
        client.PATCH(`${attendee}/door-note`, { params: { path: { ...path, attendeeId } }, body: { note } }),
      ),
    writeAgain: (path: EventPath, attendeeId: string) =>
      answer(client.POST(`${attendee}/write-again`, { params: { path: { ...path, attendeeId } } })),
    bar: (path: EventPath, attendeeId: string) =>
      answer(client.PUT(`${attendee}/bar`, { params: { path: { ...path, attendeeId } } })),
    admitAgain: (path: EventPath, attendeeId: string) =>
      answer(client.DELETE(`${attendee}/bar`, { params: { path: { ...path, attendeeId } } })),
    /** Where the browser fetches the whole list as a file. */
    file: ({ organizationId, eventId }: EventPath): string =>
      `/api/v1/organizations/${organizationId}/events/${eventId}/attendees.csv`,
  },
  invitations: {
    list: (path: EventPath, after?: string) =>
      answer(client.GET(`${event}/invitations`, { params: { path, query: given({ after }) } })),
    invite: (path: EventPath, emails: string) =>
      answer(client.POST(`${event}/invitations`, { params: { path }, body: { emails } })),
    remind: (path: EventPath) =>
      answer(client.POST(`${event}/invitations/remind`, { params: { path }, keepalive })),
    revoke: (path: EventPath, invitationId: string) =>
      answer(
        client.POST(`${event}/invitations/{invitationId}/revoke`, {
          params: { path: { ...path, invitationId } },
          keepalive,
        }),
      ),
  },
  imports: {
    list: (path: EventPath) => answer(client.GET(`${event}/imports`, { params: { path } })),
    create: ({ organizationId, eventId }: EventPath, file: File, progress: (part: number) => void) =>
      upload<ImportView>(`/api/v1/organizations/${organizationId}/events/${eventId}/imports`, file, progress),
    read: (path: EventPath, importId: string) =>
      answer(client.GET(list, { params: { path: { ...path, importId } } })),
    columns: (path: EventPath, importId: string, columns: ColumnMeaning[]) =>
      answer(client.PUT(`${list}/columns`, { params: { path: { ...path, importId } }, body: { columns } })),
    rows: (path: EventPath, importId: string, { what, after }: { what?: RowOutcome; after?: string }) =>
      answer(
        client.GET(`${list}/rows`, {
          params: { path: { ...path, importId }, query: given({ what, after }) },
        }),
      ),
    start: (path: EventPath, importId: string, mayWrite: boolean) =>
      answer(client.POST(`${list}/start`, { params: { path: { ...path, importId } }, body: { mayWrite } })),
  },
  insights: {
    organization: (organizationId: string) =>
      answer(client.GET(`${organization}/insights`, { params: { path: { organizationId } } })),
    event: (path: EventPath) => answer(client.GET(`${event}/insights`, { params: { path } })),
    /** Where the browser fetches the same as a file. */
    organizationFile: (organizationId: string): string =>
      `/api/v1/organizations/${organizationId}/insights.csv`,
    eventFile: ({ organizationId, eventId }: EventPath): string =>
      `/api/v1/organizations/${organizationId}/events/${eventId}/insights.csv`,
  },
  introductions: {
    board: (path: EventPath) => answer(client.GET(`${event}/introductions`, { params: { path } })),
    suggest: (
      { organizationId, eventId }: EventPath,
      wish: SuggestInput,
      waiting: { signal: AbortSignal; progress: (progress: SuggestionProgress) => void },
    ) =>
      postForProgress<SuggestionProgress, Suggestions>(
        `/api/v1/organizations/${organizationId}/events/${eventId}/introductions/suggest`,
        wish,
        waiting,
      ),
    pin: (path: EventPath, body: { attendeeA: string; attendeeB: string; again?: boolean }) =>
      answer(client.POST(`${event}/introductions`, { params: { path }, body })),
    decide: (path: EventPath, decision: 'approve' | 'stop', { id, version }: Versioned) =>
      answer(
        client.POST(`${introduction}/${decision}`, {
          params: { path: { ...path, introductionId: id } },
          body: { version },
          keepalive,
        }),
      ),
    /** Decisions that the rest of the board answers to. */
    resolve: (path: EventPath, decision: 'take-back' | 'bring-back', { id, version }: Versioned) =>
      answer(
        client.POST(`${introduction}/${decision}`, {
          params: { path: { ...path, introductionId: id } },
          body: { version },
          keepalive,
        }),
      ),
    approveAll: (path: EventPath, ids: Versioned[]) =>
      answer(
        client.POST(`${event}/introductions/approve-all`, { params: { path }, body: { ids }, keepalive }),
      ),
    dropAll: (path: EventPath, ids: Versioned[]) =>
      answer(client.POST(`${event}/introductions/drop-all`, { params: { path }, body: { ids }, keepalive })),
    annotate: (path: EventPath, { id, version }: Versioned, note: string) =>
      answer(
        client.PUT(`${introduction}/note`, {
          params: { path: { ...path, introductionId: id } },
          body: { version, note },
        }),
      ),
    reword: (
      path: EventPath,
      introductionId: string,
      body: { reasonForA: string; reasonForB: string; version: number },
    ) => answer(client.PATCH(introduction, { params: { path: { ...path, introductionId } }, body })),
    mails: (path: EventPath, introductionId: string) =>
      answer(client.GET(`${introduction}/mails`, { params: { path: { ...path, introductionId } } })),
    sendToMe: (path: EventPath, introductionId: string, side: 'a' | 'b') =>
      answer(
        client.POST(`${introduction}/send-to-me`, {
          params: { path: { ...path, introductionId } },
          body: { side },
        }),
      ),
    markWellKnown: (path: EventPath, attendeeId: string) =>
      answer(client.PUT(wellKnown, { params: { path: { ...path, attendeeId } } })),
    unmarkWellKnown: (path: EventPath, attendeeId: string) =>
      answer(client.DELETE(wellKnown, { params: { path: { ...path, attendeeId } } })),
    bePresent: (path: EventPath, lookingAt: string | null) =>
      answer(client.POST(`${event}/introductions/presence`, { params: { path }, body: { lookingAt } })),
    /** Where the browser hears of other hosts, as long as it listens. */
    live: ({ organizationId, eventId }: EventPath): string =>
      `/api/v1/organizations/${organizationId}/events/${eventId}/introductions/live`,
  },
  circles: {
    list: (path: EventPath) => answer(client.GET(`${event}/circles`, { params: { path } })),
    start: (path: EventPath, body: CircleInput) =>
      answer(client.POST(`${event}/circles`, { params: { path }, body })),
    decide: (path: EventPath, decision: 'withdraw' | 'end', { id, version }: Versioned) =>
      answer(
        client.POST(`${event}/circles/{circleId}/${decision}`, {
          params: { path: { ...path, circleId: id } },
          body: { version },
          keepalive,
        }),
      ),
  },
  unsureMails: {
    list: (path: EventPath) => answer(client.GET(`${event}/unsure-mails`, { params: { path } })),
    sendAgain: (path: EventPath, mailId: string) =>
      answer(
        client.POST(`${event}/unsure-mails/{mailId}/send-again`, {
          params: { path: { ...path, mailId } },
          keepalive,
        }),
      ),
  },
};
