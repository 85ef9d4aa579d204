import type { EventPath } from '../../lib/api.ts';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type Mixer = Schemas['MixerView'];
export type MixerSettings = Schemas['MixerInput'];
export type MixerRound = Schemas['MixerRoundView'];
export type MixerTable = Schemas['MixerTableView'];
export type Seat = Schemas['MixerSeatView'];
export type Guest = Schemas['MixerGuestView'];
export type DrawInput = Schemas['DrawInput'];

const mixer = '/api/v1/organizations/{organizationId}/events/{eventId}/mixer';

/** What waits ten seconds still leaves when the page is closed. */
const keepalive = true;

/** What hosts ask and do about small tables; each throws a ProblemError. */
export const tableCalls = {
  read: (path: EventPath): Promise<Mixer> => answer(client.GET(mixer, { params: { path } })),
  change: (path: EventPath, body: MixerSettings): Promise<Mixer> =>
    answer(client.PUT(mixer, { params: { path }, body })),
  draw: (path: EventPath, body: DrawInput): Promise<Mixer> =>
    answer(client.POST(`${mixer}/draw`, { params: { path }, body, keepalive })),
  clear: (path: EventPath, version: number): Promise<Mixer> =>
    answer(client.POST(`${mixer}/clear`, { params: { path }, body: { version }, keepalive })),
  next: (path: EventPath, version: number): Promise<Mixer> =>
    answer(client.POST(`${mixer}/next`, { params: { path }, body: { version } })),
  back: (path: EventPath, version: number): Promise<Mixer> =>
    answer(client.POST(`${mixer}/back`, { params: { path }, body: { version } })),
  seat: (path: EventPath, attendeeId: string): Promise<Mixer> =>
    answer(client.POST(`${mixer}/seats`, { params: { path }, body: { attendeeId } })),
  leave: (path: EventPath, attendeeId: string): Promise<Mixer> =>
    answer(client.POST(`${mixer}/leave`, { params: { path }, body: { attendeeId } })),
  comeBack: (path: EventPath, attendeeId: string): Promise<Mixer> =>
    answer(client.POST(`${mixer}/return`, { params: { path }, body: { attendeeId } })),
  move: (path: EventPath, body: { attendeeId: string; round: number; table: number }): Promise<Mixer> =>
    answer(client.POST(`${mixer}/move`, { params: { path }, body })),
  /** Where the browser hears of every change, as long as it listens. */
  live: ({ organizationId, eventId }: EventPath): string =>
    `/api/v1/organizations/${organizationId}/events/${eventId}/mixer/live`,
  /** Where the browser fetches what is printed. */
  file: ({ organizationId, eventId }: EventPath, name: 'tables' | 'badges'): string =>
    `/api/v1/organizations/${organizationId}/events/${eventId}/${name}.pdf`,
};
