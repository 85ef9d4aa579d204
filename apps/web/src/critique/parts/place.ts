import type { MySession, Section } from '../calls.ts';

export const sections: readonly Section[] = ['work', 'now', 'letter', 'people'];

/** What the address asks for: "#now", "#letter/<session>"; nothing that is not known. */
export interface Place {
  section: Section | null;
  sessionId: string | null;
}

export function placeOf(hash: string): Place {
  const [name = '', sessionId = ''] = hash.replace(/^#/, '').split('/');
  return {
    section: sections.find((section) => section === name) ?? null,
    sessionId: sessionId === '' ? null : sessionId,
  };
}

export const hashOf = (section: Section, sessionId: string): string => `#${section}/${sessionId}`;

/** The session the address names, or else the one that is about to matter: running, then planned, then the first. */
export function sessionAt(sessions: readonly MySession[], { sessionId }: Place): MySession | undefined {
  return (
    sessions.find(({ id }) => id === sessionId) ??
    sessions.find(({ state, format }) => state === 'running' && format !== 'written') ??
    sessions.find(({ state }) => state === 'running') ??
    sessions.find(({ state }) => state === 'planned') ??
    sessions[0]
  );
}
