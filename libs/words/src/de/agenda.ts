import type { agenda as english } from '../en/agenda.ts';
import type { InOtherWords } from '../speech.ts';

export const agenda: InOtherWords<typeof english> = {
  roomTaken: (topic: string, from: string, to: string, room: string) =>
    `Von ${from} bis ${to} ist ${room === '' ? 'dort' : `in ${room}`} schon „${topic}“.`,
  personBusy: (name: string, topic: string, from: string, to: string) =>
    `${name} ist von ${from} bis ${to} bei „${topic}“ dabei.`,
};
