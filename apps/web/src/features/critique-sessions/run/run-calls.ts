import type { EventPath } from '../../../lib/api.ts';
import type { components } from '../../../lib/api-types.ts';
import { answer, client } from '../../../lib/http.ts';

type Schemas = components['schemas'];
export type Run = Schemas['RunView'];
export type RunSlot = Schemas['RunSlotView'];
export type RunCritic = Schemas['RunCriticView'];
export type RunPhase = Schemas['RunPhaseView'];
export type ScreenKind = 'facilitator' | 'room';

export interface RunPath extends EventPath {
  critiqueSessionId: string;
}

export type SlotAct =
  'start' | 'pause' | 'resume' | 'plus-one-minute' | 'skip' | 'next' | 'author-missing' | 'author-here';

const session =
  '/api/v1/organizations/{organizationId}/events/{eventId}/critique-sessions/{critiqueSessionId}';
const slot = `${session}/slots/{slotId}` as const;
const assignment = `${session}/assignments/{assignmentId}` as const;

/** What a facilitator's screen asks and does. What waits ten seconds still leaves when the page is closed. */
export const runCalls = {
  read: async (path: RunPath, screen: ScreenKind): Promise<Run> =>
    // The other shape is the stream, which is not asked for here.
    (await answer(client.GET(`${session}/live`, { params: { path, query: { screen } } }))) as Run,
  /** Where the browser follows the same. */
  live: ({ organizationId, eventId, critiqueSessionId }: RunPath, screen: ScreenKind): string =>
    `/api/v1/organizations/${organizationId}/events/${eventId}/critique-sessions/${critiqueSessionId}/live?screen=${screen}`,
  start: (path: RunPath) => answer(client.POST(`${session}/start`, { params: { path } })),
  end: (path: RunPath) => answer(client.POST(`${session}/end`, { params: { path }, keepalive: true })),
  act: (path: RunPath, { id, version }: { id: string; version: number }, act: SlotAct) =>
    answer(
      client.POST(`${slot}/${act}`, {
        params: { path: { ...path, slotId: id } },
        body: { version },
        keepalive: true,
      }),
    ),
  /** Where the work of a slot can be heard for the next quarter of an hour. */
  listen: (path: RunPath, submissionId: string) =>
    answer(
      client.POST(`${session}/submissions/{submissionId}/listen`, {
        params: { path: { ...path, submissionId } },
      }),
    ),
  critic: (path: RunPath, assignmentId: string, how: 'missing' | 'here') =>
    answer(client.POST(`${assignment}/${how}`, { params: { path: { ...path, assignmentId } } })),
};
