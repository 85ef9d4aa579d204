import type { Api } from './api.ts';
import { type CritiqueEvening, type GivenSession, makeCritiqueEvening } from './critique-evening.ts';
import { makeMember } from './factories.ts';

export interface RunSlot {
  id: string;
  version: number;
  table: number;
  round: number;
  state: string;
  phase: number;
  phaseStartedAt: string | null;
  pausedAt: string | null;
  pausedMs: number;
  extraPhase: number | null;
  authorMissingAt: string | null;
  lacks: number;
  standbyLeft: number;
  forfeitsAt: string | null;
  submissionId: string;
  title: string;
  author: string | null;
  critics: { assignmentId: string; attendeeId: string; name: string; state: string; standby: boolean }[];
}

export interface Run {
  serverNow: string;
  version: number;
  state: string;
  waiting: number;
  slots: RunSlot[];
}

export type RunningEvening = Awaited<ReturnType<typeof makeRunningEvening>>;

/** An evening of critique with somebody who runs it through the front door. */
export async function makeRunningEvening(api: Api, given: GivenSession = {}, eventGiven: object = {}) {
  const there: CritiqueEvening = await makeCritiqueEvening(api, { state: 'running', ...given }, eventGiven);
  const { organization, event, critiqueSessionId } = there;
  const host = await makeMember(api.database, organization.id, 'host');
  const cookie = await api.cookieOf(host.personId);
  const base = `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions/${critiqueSessionId}`;
  const post = (path: string, body: object = {}, as = cookie) =>
    api.http.post(`${base}${path}`).set('cookie', as).send(body);
  const run = async (): Promise<Run> =>
    (await api.http.get(`${base}/live`).set('cookie', cookie).expect(200)).body as Run;
  const slotAt = async (table: number, round: number): Promise<RunSlot> => {
    const slot = (await run()).slots.find((one) => one.table === table && one.round === round);
    if (slot === undefined) throw new Error(`no slot ${table}.${round}`);
    return slot;
  };
  /** For the version the slot has now. */
  const act = async ({ id }: { id: string }, name: string, body: object = {}) => {
    const slot = (await run()).slots.find((one) => one.id === id);
    return post(`/slots/${id}/${name}`, { version: slot?.version ?? 1, ...body });
  };
  return { ...there, host, cookie, base, post, run, slotAt, act };
}
