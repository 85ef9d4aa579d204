import { app } from '#libs/words';
import type { EventPath } from '../../lib/api.ts';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type CritiqueSession = Schemas['CritiqueSessionView'];
export type CritiqueSessions = Schemas['CritiqueSessionsView'];
export type CritiqueTemplate = Schemas['CritiqueTemplateView'];
export type SessionInput = Schemas['CritiqueSessionInput'];
export type SettingsChange = Schemas['CritiqueSettingsChange'];
export type Phase = Schemas['PhaseView'];
export type Plan = Schemas['PlanView'];
export type PlannedWork = Schemas['PlannedWorkView'];
export type Hearing = Schemas['PlannedHearingView'];
export type Standby = Schemas['StandbyView'];
export type Shortage = Schemas['ShortageView'];
export type Choices = Schemas['ChoicesView'];
export type Conflict = Choices['swaps'][number]['conflicts'][number];

export interface SessionPath extends EventPath {
  critiqueSessionId: string;
}

const sessions = '/api/v1/organizations/{organizationId}/events/{eventId}/critique-sessions';
const session = `${sessions}/{critiqueSessionId}` as const;
const hearing = `${session}/assignments/{assignmentId}` as const;

/** What a session is called on screens, also without a title. */
export const nameOf = ({ title }: { title: string }): string =>
  title === '' ? app.critiqueSessions.untitled : title;

/** What waits ten seconds still leaves when the page is closed. */
const keepalive = true;

/** What an organizer's screens of critique sessions ask and do. */
export const sessionCalls = {
  list: (path: EventPath) => answer(client.GET(sessions, { params: { path } })),
  add: (path: EventPath, body: SessionInput) => answer(client.POST(sessions, { params: { path }, body })),
  change: (path: SessionPath, body: SettingsChange) =>
    answer(client.PATCH(session, { params: { path }, body })),
  remove: (path: SessionPath) => answer(client.DELETE(session, { params: { path }, keepalive })),
  read: (path: SessionPath) => answer(client.GET(session, { params: { path } })),
  plan: (path: SessionPath, body: { seed?: number }) =>
    answer(client.POST(`${session}/plan`, { params: { path }, body })),
  unplan: (path: SessionPath) => answer(client.POST(`${session}/unplan`, { params: { path }, keepalive })),
  callOff: (path: SessionPath) => answer(client.POST(`${session}/call-off`, { params: { path }, keepalive })),
  unstart: (path: SessionPath) => answer(client.POST(`${session}/unstart`, { params: { path } })),
  choices: (path: SessionPath, assignmentId: string) =>
    answer(client.GET(`${hearing}/choices`, { params: { path: { ...path, assignmentId } } })),
  swap: (path: SessionPath, body: { a: string; b: string; version: number }) =>
    answer(client.POST(`${session}/swap`, { params: { path }, body, keepalive })),
  replace: (path: SessionPath, assignmentId: string, body: { attendeeId: string; version: number }) =>
    answer(
      client.POST(`${hearing}/replace`, { params: { path: { ...path, assignmentId } }, body, keepalive }),
    ),
  assign: (path: SessionPath, body: { submissionId: string; attendeeId: string; version: number }) =>
    answer(client.POST(`${session}/assignments`, { params: { path }, body, keepalive })),
};
