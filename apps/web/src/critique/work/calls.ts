import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type OwnWork = Schemas['OwnWorkView'];
export type WorkFile = Schemas['WorkFileView'];
export type WorkInput = Schemas['WorkInput'];
export type EarlierWork = Schemas['EarlierWorkView'];

const work = '/api/v1/critique/{token}/sessions/{critiqueSessionId}/work';

export interface WorkPath {
  token: string;
  critiqueSessionId: string;
}

/** The calls of an author; each throws a ProblemError. */
export const workCalls = {
  read: (path: WorkPath) => answer(client.GET(work, { params: { path } })),
  /** @param isLeaving the page may be gone before the answer is there */
  save: (path: WorkPath, body: WorkInput, isLeaving: boolean) =>
    answer(client.PUT(work, { params: { path }, body, keepalive: isLeaving })),
  submit: (path: WorkPath) => answer(client.POST(`${work}/submit`, { params: { path } })),
  withdraw: (path: WorkPath) => answer(client.POST(`${work}/withdraw`, { params: { path } })),
  earlier: (path: WorkPath) => answer(client.GET(`${work}/earlier`, { params: { path } })),
};
