import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type LetterPage = Schemas['LetterPageView'];
export type LetterView = Schemas['LetterView'];
export type LetterCritique = Schemas['LetterCritiqueView'];
export type LetterMark = Schemas['MarkView'];
export type Version = Schemas['WorkVersionView'];
export type KeptFile = Schemas['KeptFileView'];

/** Whose letter of which session. */
export interface LetterPath {
  token: string;
  critiqueSessionId: string;
}

const session = '/api/v1/critique/{token}/sessions/{critiqueSessionId}';

/** The calls of the letter; each throws a ProblemError. */
export const letterCalls = {
  page: (path: LetterPath) => answer(client.GET(`${session}/letter`, { params: { path } })),
  version: (path: LetterPath, submissionId: string) =>
    answer(
      client.GET(`${session}/letter/versions/{submissionId}`, {
        params: { path: { ...path, submissionId } },
      }),
    ),
  /** It may leave when the page is closed right after it. */
  thank: (path: LetterPath, critiqueId: string) =>
    answer(
      client.POST(`${session}/critiques/{critiqueId}/thanks`, {
        params: { path: { ...path, critiqueId } },
        keepalive: true,
      }),
    ),
  keepFile: (path: LetterPath, keep: boolean) =>
    answer(client.POST(`${session}/work/keep-file`, { params: { path }, body: { keep } })),
  /** Where the letter is saved from. */
  file: ({ token, critiqueSessionId }: LetterPath, ending: 'pdf' | 'txt'): string =>
    `/api/v1/critique/${token}/sessions/${critiqueSessionId}/letter.${ending}`,
};

export const letterKey = ({ token, critiqueSessionId }: LetterPath) =>
  ['letter', token, critiqueSessionId] as const;
