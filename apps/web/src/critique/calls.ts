import type { components } from '../lib/api-types.ts';
import { answer, client } from '../lib/http.ts';

type Schemas = components['schemas'];
export type Evening = Schemas['CritiqueEveningView'];
/** A session of the evening, and what I am in it: what every section is given beside the token. */
export type MySession = Schemas['MySessionView'];
export type Section = MySession['opens'];
export type Now = Schemas['NowView'];
export type Slot = Schemas['SlotNowView'];
export type Hearing = Schemas['HearingView'];
export type Phase = Schemas['NowPhaseView'];
export type CritiqueView = Schemas['CritiqueView'];
export type CritiqueInput = Schemas['CritiqueInput'];
export type Mark = Schemas['CritiqueMarkView'];

/** What a section of the page is given. */
export interface SectionProps {
  token: string;
  session: MySession;
}

const session = '/api/v1/critique/{token}/sessions/{critiqueSessionId}';

/** The calls of the page; each throws a ProblemError. */
export const calls = {
  evening: (token: string) => answer(client.GET('/api/v1/critique/{token}', { params: { path: { token } } })),
  now: (token: string, critiqueSessionId: string) =>
    answer(client.GET(`${session}/now`, { params: { path: { token, critiqueSessionId } } })),
  /** Where the browser hears of every change, as long as it listens. */
  live: (token: string, critiqueSessionId: string): string =>
    `/api/v1/critique/${token}/sessions/${critiqueSessionId}/live`,
  critique: (token: string, critiqueSessionId: string, assignmentId: string) =>
    answer(
      client.GET(`${session}/critiques/{assignmentId}`, {
        params: { path: { token, critiqueSessionId, assignmentId } },
      }),
    ),
  /** @param isLeaving the page may be gone before the answer is there */
  save: (
    token: string,
    critiqueSessionId: string,
    assignmentId: string,
    body: CritiqueInput,
    isLeaving: boolean,
  ) =>
    answer(
      client.PUT(`${session}/critiques/{assignmentId}`, {
        params: { path: { token, critiqueSessionId, assignmentId } },
        body,
        keepalive: isLeaving,
      }),
    ),
  /** A link to the work, for a quarter of an hour. */
  listen: (token: string, critiqueSessionId: string, submissionId: string) =>
    answer(
      client.POST(`${session}/submissions/{submissionId}/listen`, {
        params: { path: { token, critiqueSessionId, submissionId } },
      }),
    ),
  decline: (token: string, critiqueSessionId: string, assignmentId: string) =>
    answer(
      client.POST(`${session}/assignments/{assignmentId}/decline`, {
        params: { path: { token, critiqueSessionId, assignmentId } },
        keepalive: true,
      }),
    ),
};
