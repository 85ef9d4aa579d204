import type { components } from '../lib/api-types.ts';
import { answer, client } from '../lib/http.ts';
import type { Moderation, ModerationInput, PanelLive } from '../panel-live/live.ts';

type Schemas = components['schemas'];
export type EveningView = Schemas['EveningView'];
export type EveningPanel = Schemas['EveningPanelView'];

/** What a part of the page is given. */
export interface SectionProps {
  token: string;
  evening: EveningView;
}

const panel = '/api/v1/evening/{token}/panels/{panelId}';
const question = `${panel}/questions/{questionId}` as const;

/** The calls of the page; each throws a ProblemError. */
export const calls = {
  evening: (token: string) => answer(client.GET('/api/v1/evening/{token}', { params: { path: { token } } })),
  live: async (token: string, panelId: string): Promise<PanelLive> =>
    // The other shape is the stream, which is not asked for here.
    (await answer(client.GET(`${panel}/live`, { params: { path: { token, panelId } } }))) as PanelLive,
  /** Where the browser hears of every change, as long as it listens. */
  liveStream: (token: string, panelId: string): string => `/api/v1/evening/${token}/panels/${panelId}/live`,
  mine: (token: string, panelId: string) =>
    answer(client.GET(`${panel}/mine`, { params: { path: { token, panelId } } })),
  ask: (token: string, panelId: string, body: { text: string; named: boolean; forId?: string }) =>
    answer(client.POST(`${panel}/questions`, { params: { path: { token, panelId } }, body })),
  /** What waits ten seconds still leaves when the page is closed. */
  withdraw: (token: string, panelId: string, questionId: string) =>
    answer(client.DELETE(question, { params: { path: { token, panelId, questionId } }, keepalive: true })),
  vote: (token: string, panelId: string, questionId: string, isFor: boolean) =>
    answer(
      (isFor ? client.PUT : client.DELETE)(`${question}/vote`, {
        params: { path: { token, panelId, questionId } },
      }),
    ),
  moderation: async (token: string, panelId: string): Promise<Moderation> =>
    (await answer(client.GET(`${panel}/moderation`, { params: { path: { token, panelId } } }))) as Moderation,
  moderationStream: (token: string, panelId: string): string =>
    `/api/v1/evening/${token}/panels/${panelId}/moderation`,
  moderate: (token: string, panelId: string, body: ModerationInput) =>
    answer(
      client.POST(`${panel}/moderation`, { params: { path: { token, panelId } }, body, keepalive: true }),
    ),
};
