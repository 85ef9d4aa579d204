import { queryOptions } from '@tanstack/react-query';
import type { EventPath } from '../../../lib/api.ts';
import type { components } from '../../../lib/api-types.ts';
import { answer, client } from '../../../lib/http.ts';

type Schemas = components['schemas'];
export type WorkWithLetter = Schemas['WorkWithLetterView'];
export type LetterView = Schemas['SharedLetterView'];
export type LetterCritique = Schemas['WrittenCritiqueView'];

export interface SessionPath extends EventPath {
  critiqueSessionId: string;
}

const letters =
  '/api/v1/organizations/{organizationId}/events/{eventId}/critique-sessions/{critiqueSessionId}/letters';

export const lettersQuery = (path: SessionPath) =>
  queryOptions({
    queryKey: ['critique-letters', path.critiqueSessionId],
    queryFn: () => answer(client.GET(letters, { params: { path } })),
  });

export const letterQuery = (path: SessionPath, submissionId: string) =>
  queryOptions({
    queryKey: ['critique-letters', path.critiqueSessionId, submissionId],
    queryFn: () =>
      answer(client.GET(`${letters}/{submissionId}`, { params: { path: { ...path, submissionId } } })),
  });
