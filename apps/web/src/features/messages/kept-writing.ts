import type { MessageDraft } from './message-draft.ts';

/** What was typed and not saved, by the message it is of: leaving the screen loses nothing until the page is closed. */
const kept = new Map<string, MessageDraft>();

export const keepWriting = (key: string, draft: MessageDraft): void => void kept.set(key, draft);
export const keptWriting = (key: string): MessageDraft | undefined => kept.get(key);
export const forgetWriting = (key: string): void => void kept.delete(key);
