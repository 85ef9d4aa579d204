import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

export type OwnPicks = components['schemas']['PicksView'];
export type RoundMate = components['schemas']['RoundMateView'];
export type PicksInput = components['schemas']['PicksInput'];

const picks = '/api/v1/critique/{token}/sessions/{critiqueSessionId}/picks';

export interface PicksPath {
  token: string;
  critiqueSessionId: string;
}

/** The calls of one's own choice; each throws a ProblemError. */
export const picksCalls = {
  read: (path: PicksPath) => answer(client.GET(picks, { params: { path } })),
  save: (path: PicksPath, body: PicksInput) =>
    // Also when the page is left right after the last tap.
    answer(client.PUT(picks, { params: { path }, body, keepalive: true })),
};
