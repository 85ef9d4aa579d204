import type { EventPath } from '../../lib/api.ts';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type Agenda = Schemas['AgendaView'];
export type AgendaPanel = Schemas['AgendaPanelView'];
export type AgendaPerson = Schemas['AgendaPersonView'];
export type PanelChange = Schemas['PanelChange'];
export type PersonInput = Schemas['PanelPersonInput'];

const agenda = '/api/v1/organizations/{organizationId}/events/{eventId}/agenda';
const panels = '/api/v1/organizations/{organizationId}/events/{eventId}/panels';
const panel = `${panels}/{panelId}` as const;
const people = `${panel}/people` as const;
const person = `${people}/{panelPersonId}` as const;

/** What waits ten seconds still leaves when the page is closed. */
const keepalive = true;

/** What an organizer's agenda asks and does. */
export const agendaCalls = {
  read: (path: EventPath) => answer(client.GET(agenda, { params: { path } })),
  move: (path: EventPath, body: { panelId: string; position: number; together: boolean }) =>
    answer(client.POST(`${agenda}/move`, { params: { path }, body })),
  add: (path: EventPath, topic: string) => answer(client.POST(panels, { params: { path }, body: { topic } })),
  change: (path: EventPath, panelId: string, body: PanelChange) =>
    answer(client.PATCH(panel, { params: { path: { ...path, panelId } }, body })),
  remove: (path: EventPath, panelId: string) =>
    answer(client.DELETE(panel, { params: { path: { ...path, panelId } }, keepalive })),
  invite: (path: EventPath, panelId: string, body: PersonInput) =>
    answer(client.POST(people, { params: { path: { ...path, panelId } }, body, keepalive })),
  person: (path: EventPath, panelId: string, panelPersonId: string) =>
    answer(client.GET(person, { params: { path: { ...path, panelId, panelPersonId } } })),
  changePerson: (
    path: EventPath,
    panelId: string,
    panelPersonId: string,
    body: Schemas['PanelPersonChange'],
  ) => answer(client.PATCH(person, { params: { path: { ...path, panelId, panelPersonId } }, body })),
  removePerson: (path: EventPath, panelId: string, panelPersonId: string) =>
    answer(client.DELETE(person, { params: { path: { ...path, panelId, panelPersonId } }, keepalive })),
  remind: (path: EventPath, panelId: string, panelPersonId: string) =>
    answer(client.POST(`${person}/remind`, { params: { path: { ...path, panelId, panelPersonId } } })),
  /** Where the browser fetches what somebody sent to show. */
  slides: ({ organizationId, eventId }: EventPath, panelId: string, panelPersonId: string): string =>
    `/api/v1/organizations/${organizationId}/events/${eventId}/panels/${panelId}/people/${panelPersonId}/slides`,
};
