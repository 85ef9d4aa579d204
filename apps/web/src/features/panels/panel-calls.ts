import type { EventPath } from '../../lib/api.ts';
import { answer, client } from '../../lib/http.ts';
import type { Moderation, ModerationInput, PanelLive } from '../../panel-live/live.ts';

export interface PanelPath extends EventPath {
  panelId: string;
}

const panel = '/api/v1/organizations/{organizationId}/events/{eventId}/panels/{panelId}';
const addressOf = ({ organizationId, eventId, panelId }: PanelPath): string =>
  `/api/v1/organizations/${organizationId}/events/${eventId}/panels/${panelId}`;

/** What the staff's screens of a panel ask and do. */
export const panelCalls = {
  moderation: async (path: PanelPath): Promise<Moderation> =>
    // The other shape is the stream, which is not asked for here.
    (await answer(client.GET(`${panel}/moderation`, { params: { path } }))) as Moderation,
  moderationStream: (path: PanelPath): string => `${addressOf(path)}/moderation`,
  moderate: (path: PanelPath, body: ModerationInput): Promise<Moderation> =>
    answer(client.POST(`${panel}/moderation`, { params: { path }, body, keepalive: true })),
  stage: async (path: PanelPath): Promise<PanelLive> =>
    (await answer(client.GET(`${panel}/stage`, { params: { path } }))) as PanelLive,
  stageStream: (path: PanelPath): string => `${addressOf(path)}/stage`,
};
