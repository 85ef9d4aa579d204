import { words } from '#libs/words';
import { DomainError } from '../errors.ts';

/** What a message may leave open; each reader's own value stands there when it leaves. */
export const placeholders = ['name', 'event', 'date', 'time', 'place', 'link', 'organization'] as const;
export type Placeholder = (typeof placeholders)[number];

/** What reads like a placeholder, at most 40 characters, so that the search is linear. Other braces are text. */
const written = /\{\s?([\p{L}\p{N}_.-]{1,40})\s?\}/gu;

const isPlaceholder = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name);

/** @throws DomainError unknown-placeholder, which names the field and the first placeholder that nothing is known for */
export function refuseUnknownPlaceholders(fields: Readonly<Record<string, string>>): void {
  const faults = Object.entries(fields).flatMap(([field, text]) => {
    const unknown = [...text.matchAll(written)].find(([, name = '']) => !isPlaceholder(name));
    if (unknown === undefined) return [];
    return [{ pointer: `/${field}`, detail: words.messages.unknownPlaceholder(unknown[0]) }];
  });
  if (faults.length > 0) throw new DomainError('unknown-placeholder', faults);
}

/** A text with each placeholder replaced; what is not one stays as it is. */
export const fillPlaceholders = (text: string, value: (name: Placeholder) => string): string =>
  text.replace(written, (whole, name: string) => (isPlaceholder(name) ? value(name) : whole));
