import { words } from '#libs/words';
import { DomainError } from '../errors.ts';

/** What a message may leave open; each reader's own value stands there when it leaves. */
export const placeholders = ['name', 'event', 'date', 'time', 'place', 'link', 'organization'] as const;
export type Placeholder = (typeof placeholders)[number];

/** At most 60 characters, so that the search is linear. */
const written = /\{([^{}"]{1,60})\}/gu;

const isPlaceholder = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name);

/** What stands in a text as a placeholder does, known or not: braces around a letter or a figure. Other braces are text. */
export interface WrittenPlaceholder {
  /** With its braces. */
  whole: string;
  at: number;
  /** Null: nothing is known for it. */
  name: Placeholder | null;
}

export const placeholdersIn = (text: string): WrittenPlaceholder[] =>
  [...text.matchAll(written)]
    .filter(([whole]) => /[\p{L}\p{N}]/u.test(whole))
    .map(({ 0: whole, 1: inner = '', index: at }) => {
      const name = inner.trim();
      return { whole, at, name: isPlaceholder(name) ? name : null };
    });

/** @throws DomainError unknown-placeholder, which names the field and the first placeholder that nothing is known for */
export function refuseUnknownPlaceholders(fields: Readonly<Record<string, string>>): void {
  const faults = Object.entries(fields).flatMap(([field, text]) => {
    const unknown = placeholdersIn(text).find(({ name }) => name === null);
    if (unknown === undefined) return [];
    return [{ pointer: `/${field}`, detail: words.messages.unknownPlaceholder(unknown.whole) }];
  });
  if (faults.length > 0) throw new DomainError('unknown-placeholder', faults);
}

/** A text with each placeholder replaced; what is not one stays as it is. */
export const fillPlaceholders = (text: string, value: (name: Placeholder) => string): string =>
  text.replace(written, (whole, inner: string) => {
    const name = inner.trim();
    return isPlaceholder(name) ? value(name) : whole;
  });
