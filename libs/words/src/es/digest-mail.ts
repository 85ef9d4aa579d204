import type { digestMail as english } from '../en/digest-mail.ts';
import type { InOtherWords } from '../speech.ts';
import { counted } from './numbers.ts';

const formats = {
  panel: 'el panel',
  mixer: 'el mixer',
  critique: 'la sesión de crítica',
  evening: 'la velada',
};
/** A subject has six words at most. */
const inSubject = { ...formats, critique: 'la crítica' };
type Format = keyof typeof formats;

const suggestions = (count: number): string => counted(count, 'sugerencia', 'sugerencias');

export const digestMail: InOtherWords<typeof english> = {
  subject: (count: number, weekday: string, format: Format) =>
    `${suggestions(count)}: ${inSubject[format]} del ${weekday}`,
  lead: (count: number, weekday: string, format: Format) =>
    `${suggestions(count)} para ${formats[format]} del ${weekday}. No se envía nada hasta que lo apruebes.`,
  event: 'El evento',
  action: 'Verlas',
};
