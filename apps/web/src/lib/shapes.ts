/** What the api answers, as the screens use it. */
export type Role = 'owner' | 'editor' | 'host' | 'door';

export interface Membership {
  organizationId: string;
  name: string;
  slug: string;
  role: Role;
  timeZone: string;
  eventIds: string[] | null;
}

export interface Me {
  person: { id: string; email: string; name: string | null } | null;
  memberships: Membership[];
  mode: 'demo' | 'test' | 'live';
  now: string;
}

export interface OrganizationView {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  city: string;
  accent: string | null;
}

export interface MemberView {
  id: string;
  name: string | null;
  email: string;
  role: Role;
  eventIds: string[] | null;
}

export interface ActivityLine {
  at: string;
  actor: { kind: string; name?: string | null };
  action: string;
  subjectId: string | null;
}

export interface EventInput {
  title: string;
  description: string;
  place: string;
  city: string;
  privatePlace: string | null;
  timeZone: string;
  startsLocal: string;
  endsLocal: string;
  capacity: number;
  panels: { topic: string }[];
  mixer: { format: 'open' | 'tables' } | null;
}

export interface EventCounts {
  confirmed: number;
  waitlisted: number;
  held: number;
  pending: number;
  declined: number;
  cancelled: number;
  checkedIn: number;
}

export interface EventView extends Omit<EventInput, 'panels'> {
  id: string;
  organizationId: string;
  slug: string;
  startsAt: string;
  endsAt: string;
  state: 'draft' | 'published' | 'cancelled';
  cancelReason: string | null;
  publishedAt: string | null;
  panels: { id: string; topic: string }[];
  critiqueSessions: { id: string; format: string }[];
  counts: EventCounts;
  pageUrl: string;
  version: number;
}

export interface AttendeeView {
  id: string;
  name: string;
  email: string;
  status: 'held' | 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'declined' | 'cancelled';
  arrival: number | null;
  checkedInAt: string | null;
  source: 'page' | 'host' | 'import';
  introductions: 'given' | 'refused' | null;
}

export interface AttendeePage {
  attendees: AttendeeView[];
  counts: EventCounts;
  next: string | null;
}

export interface ImportColumn {
  header: string;
  means: string;
  why: string;
  samples: string[];
}

export interface ImportView {
  id: string;
  fileName: string;
  state: 'reading' | 'previewed' | 'importing' | 'done' | 'failed';
  headers: string[];
  columns: ImportColumn[];
  rowsTotal: number | null;
  rowsDone: number;
  counts: Record<string, number>;
  fault: { code: string; detail: string } | null;
  createdAt: string;
}

export interface ImportRow {
  line: number;
  name: string | null;
  email: string | null;
  what: string;
  why: string | null;
  detail: string | null;
}

export interface PersonView {
  attendeeId: string;
  name: string;
  crafts: string[];
  workingOn: string;
  lookingFor: string[];
  canHelpWith: string[];
  stage: string | null;
  city: string | null;
}

export type Standing =
  | 'suggested'
  | 'approved'
  | 'asked'
  | 'introduced'
  | 'did not happen'
  | 'dismissed'
  | 'withdrawn';

export interface IntroductionView {
  id: string;
  version: number;
  source: string;
  a: PersonView;
  b: PersonView;
  reasonForA: string;
  reasonForB: string;
  band: 'strong' | 'fair' | 'wildcard' | null;
  standing: Standing;
  leavesAt: string | null;
}

export interface BoardPerson {
  attendeeId: string;
  name: string;
  crafts: string[];
  used: number;
  cap: number;
}

export interface Board {
  event: { title: string; timeZone: string };
  counts: { came: number; optedIn: number; notAsked: number; refused: number };
  introductions: IntroductionView[];
  people: BoardPerson[];
  suggestedAt: string | null;
}

export interface MailPreview {
  to: string;
  subject: string;
  text: string;
}
