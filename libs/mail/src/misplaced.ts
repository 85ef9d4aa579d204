import { DomainError, type ShapeError, placeholdersIn } from '#libs/domain';
import { words } from '#libs/words';
import { firstUnfilled } from './layout/markdown.ts';

/**
 * Whoever writes hears of it when they save, rather than their guests when they read. {link} above all: it leads to one
 * reader's own page, and neither a subject nor somebody else's address is to hold it.
 * @param text Markdown
 * @throws DomainError misplaced-placeholder, which names the fields
 */
export function refuseMisplacedPlaceholders({ subject, text }: { subject: string; text: string }): void {
  const faults: ShapeError[] = [];
  if (placeholdersIn(subject).some(({ name }) => name === 'link'))
    faults.push({ pointer: '/subject', detail: words.messages.linkInSubject });
  const unfilled = firstUnfilled(text);
  if (unfilled !== null) faults.push({ pointer: '/text', detail: sentenceOf(unfilled) });
  if (faults.length > 0) throw new DomainError('misplaced-placeholder', faults);
}

const sentenceOf = (placeholder: string): string =>
  placeholder === '{link}' ? words.messages.misplacedLink : words.messages.misplacedPlaceholder(placeholder);
