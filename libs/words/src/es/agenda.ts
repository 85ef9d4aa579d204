import type { agenda as english } from '../en/agenda.ts';
import type { InOtherWords } from '../speech.ts';

export const agenda: InOtherWords<typeof english> = {
  roomTaken: (topic: string, from: string, to: string, room: string) =>
    `«${topic}» está ${room === '' ? 'ahí' : `en ${room}`} de ${from} a ${to}.`,
  personBusy: (name: string, topic: string, from: string, to: string) =>
    `${name} participa en «${topic}» de ${from} a ${to}.`,
};
