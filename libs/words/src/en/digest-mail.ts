import { counted } from './numbers.ts';

const formats = { panel: 'panel', mixer: 'mixer', critique: 'critique session', evening: 'evening' } as const;
type Format = keyof typeof formats;

const suggestions = (count: number): string => counted(count, 'suggestion', 'suggestions');

/** What hosts read on the second working day after an evening. */
export const digestMail = {
  subject: (count: number, weekday: string, format: Format) =>
    `${suggestions(count)} for ${weekday}’s ${formats[format]}`,
  lead: (count: number, weekday: string, format: Format) =>
    `${suggestions(count)} for ${weekday}’s ${formats[format]}. Nothing is sent until you approve.`,
  event: 'The event',
  action: 'Look at them',
} as const;
