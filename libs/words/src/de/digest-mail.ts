import type { digestMail as english } from '../en/digest-mail.ts';
import type { InOtherWords } from '../speech.ts';
import { counted } from './numbers.ts';

const formats = {
  panel: 'zum Panel',
  mixer: 'zum Mixer',
  critique: 'zur Kritikrunde',
  evening: 'zum Abend',
};
type Format = keyof typeof formats;

const suggestions = (count: number): string => counted(count, 'Vorschlag', 'Vorschläge');

export const digestMail: InOtherWords<typeof english> = {
  subject: (count: number, weekday: string, format: Format) =>
    `${suggestions(count)} ${formats[format]} vom ${weekday}`,
  lead: (count: number, weekday: string, format: Format) =>
    `${suggestions(count)} ${formats[format]} vom ${weekday}. Bis du etwas freigibst, geht nichts hinaus.`,
  event: 'Die Veranstaltung',
  action: 'Vorschläge ansehen',
};
