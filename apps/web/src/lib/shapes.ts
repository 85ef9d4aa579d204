import type { components } from './api-types.ts';

/** The api's shapes by their own names, as the screens use them. */
type Schemas = components['schemas'];

export type Me = Schemas['MeView'];
export type Membership = Schemas['MembershipView'];
export type Role = Membership['role'];
export type OrganizationInput = Schemas['OrganizationInput'];
export type OrganizationChange = Schemas['OrganizationChange'];
export type MemberView = Schemas['MemberView'];
export type ActivityLine = Schemas['ActivityLine'];
export type QuestionInput = Required<Schemas['QuestionInput']>;
export type EventInput = Required<Omit<Schemas['EventInput'], 'questions'>> & { questions: QuestionInput[] };
export type AudiencePerson = Schemas['AudiencePerson'];
export type AudienceAdded = Schemas['AudienceAddedView'];
export type Synonyms = Schemas['SynonymsView'];
export type EventView = Schemas['EventView'];
export type InvitationView = Schemas['InvitationView'];
export type InvitedAddress = Schemas['InvitedAddressView'];
export type AttendeeView = Schemas['AttendeeView'];
export type AttendeesView = Schemas['AttendeesView'];
export type AttendeeCounts = Schemas['AttendeeCounts'];
export type AttendeeInput = Required<Schemas['AttendeeInput']>;
export type GuestHistoryLine = Schemas['HistoryLine'];
export type MoveReason = Schemas['MoveInput']['reason'];
export type ImportView = Schemas['ImportView'];
export type ImportColumn = Schemas['ImportColumnView'];
export type ColumnMeaning = ImportColumn['means'];
export type ImportRow = Schemas['ImportRowView'];
export type RowOutcome = ImportRow['what'];
export type Board = Schemas['BoardView'];
export type BoardPerson = Schemas['BoardPerson'];
export type IntroductionView = Schemas['IntroductionView'];
export type Standing = IntroductionView['standing'];
export type PersonView = Schemas['PersonView'];
export type UnsureMail = Schemas['UnsureMailView'];
