import { everyOrganization, type Scope } from '#libs/domain';
import { inOrganization, system } from '#libs/domain';
import { type MailKind, type MailType, mailKinds, mailTypes } from '#libs/mail';

/** A mail that this worker has claimed. `fence` tells this claim from every other one of the same row. */
export interface ClaimedMail {
  id: string;
  organizationId: string | null;
  kind: MailKind;
  subjectId: string;
  personId: string;
  /** The reader's address when it was claimed. */
  email: string;
  speaksOf: string[];
  attempts: number;
  fence: number;
  /** Whether its parts were frozen by an earlier claim. */
  frozen: boolean;
  /** Whether a server may have taken an earlier copy. */
  mayHaveArrived: boolean;
}

/** What a server gets; frozen in the row, so that a second attempt has the same bytes. */
export interface Letter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: LetterHeaders;
  /**
   * Its reader stopped such mail. It takes its turn at the mail server like any other and ends before the first byte: one that
   * ended earlier would be told apart by whoever sees that the others still wait, or fail.
   */
  isWithheld?: true;
}

export interface LetterHeaders {
  from: { name: string; address: string };
  replyTo: string | null;
  /** ISO instant, product time. */
  date: string;
  /** RFC 8058: the address of the one-click stop; null where there is nothing to stop. */
  unsubscribe: string | null;
  /** A part of the mail that calendars read; mails of before have none. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; file: string };
  /** The QR code of the reader's ticket, a PNG in base64; the HTML shows it by `ticketPicture`. */
  ticket?: string;
}

/** Tenant rows are read in the scope of the mail's own organization; a sign-in belongs to none. */
export function scopeOf(mail: ClaimedMail): Scope {
  return mail.organizationId === null ? everyOrganization : inOrganization(mail.organizationId, system);
}

/** Kinds that may be sent once more when nobody knows whether they arrived. */
export const kindsSentAgain: readonly MailKind[] = mailKinds.filter(
  (kind) => mailTypes[kind].onDoubt === 'again',
);

/** A kind's rules without its facts. */
export const rulesOf = (
  kind: MailKind,
): Pick<MailType<never>, 'topic' | 'listedTopic' | 'onDoubt' | 'hours'> => mailTypes[kind];
