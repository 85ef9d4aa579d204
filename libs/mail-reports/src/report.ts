import { type Headers, type Part, allParts, cutHead, readHeaders, readPart } from './mime.ts';
import { type Severity, severityOf } from './severity.ts';

/** What a server says of one recipient it gave up. */
export interface MailFailure {
  /** Where it was going at the end, in small letters. */
  recipient: string;
  /** What we had written on it, where the server still knew; behind an alias or a forward the two differ. */
  original: string | null;
  severity: Severity;
}

/** What servers tell about a mail that had left. Nothing in it is proven: anybody may have written it. */
export interface MailReport {
  /** Every address that may be the return path of the mail it is about, as it stands there; at most 20. */
  paths: string[];
  /** Of the mail that came back: its List-Unsubscribe and its Message-ID, as they stand there. Empty where it was left out. */
  unsubscribe: string;
  messageId: string;
  /** Whether its reader pressed "this is spam". */
  complaint: boolean;
  /** Empty for a complaint. */
  failures: MailFailure[];
}

/** In bytes; what is longer was cut off by whoever fetched it, and its beginning says enough. */
export const longestReport = 256 * 1024;

const mostFailures = 20;
const mostPaths = 20;

/** Where mail servers write whom a message came for. */
const deliveredTo = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
/** Feedback that is about the mail as unwanted; others are about signatures, or say "not spam". */
const complaints = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list']);

/**
 * Reads a delivery report (RFC 3464) or a complaint (RFC 5965).
 * @returns null for everything else: answers, notices of delay, receipts, and what nobody can read
 */
export function reportOf(bytes: Uint8Array): MailReport | null {
  const text = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, longestReport),
  ).toString('latin1');
  const mail = readPart(text);
  const parts = allParts(mail);
  const feedback = parts.find(({ type }) => type === 'message/feedback-report');
  if (feedback !== undefined) return complaintOf(mail, parts, readHeaders(feedback.body.trimStart()));
  const status = parts.find(({ type }) => type === 'message/delivery-status');
  if (status === undefined) return null;
  const failures = failuresOf(status.body);
  return failures.length === 0 ? null : { ...originOf(mail, parts), complaint: false, failures };
}

function complaintOf(mail: Part, parts: readonly Part[], feedback: Headers): MailReport | null {
  const [type = ''] = feedback.get('feedback-type') ?? [];
  if (!complaints.has(type.toLowerCase())) return null;
  const origin = originOf(mail, parts, feedback.get('original-mail-from') ?? []);
  return { ...origin, complaint: true, failures: [] };
}

/** Of those that failed for good: delayed, delivered, relayed and expanded ones are no failures. */
function failuresOf(body: string): MailFailure[] {
  const blocks = body.split(/\n[ \t]*\r?\n/, mostFailures + 1).map(readHeaders);
  const failures = blocks.flatMap((fields) => {
    const [final] = fields.get('final-recipient') ?? [];
    const [action = 'failed'] = fields.get('action') ?? [];
    if (final === undefined || action.toLowerCase() !== 'failed') return [];
    const severity = severityOf(fields.get('status')?.[0] ?? '', fields.get('diagnostic-code')?.[0]);
    const [original] = fields.get('original-recipient') ?? [];
    return severity === null
      ? []
      : [
          {
            recipient: addressIn(final),
            original: original === undefined ? null : addressIn(original),
            severity,
          },
        ];
  });
  return failures.slice(0, mostFailures);
}

/** "rfc822; Somebody@Example.org" → "somebody@example.org" */
const addressIn = (field: string): string =>
  field
    .slice(field.indexOf(';') + 1, 400)
    .replace(/[<>\s]/g, '')
    .toLowerCase();

/** What tells which mail it is about: in the report itself, in the mail it brings back, and in what feedback says by itself. */
function originOf(
  mail: Part,
  parts: readonly Part[],
  told: readonly string[] = [],
): Pick<MailReport, 'paths' | 'unsubscribe' | 'messageId'> {
  const back = parts.find(({ type }) => /^(?:message\/rfc822|(?:text|message)\/rfc822-headers)$/.test(type));
  const headers: Headers = back === undefined ? new Map() : readHeaders(cutHead(back.body.trimStart()).head);
  const first = (name: string): string => headers.get(name)?.[0]?.slice(0, 1000) ?? '';
  const fields = [
    ...deliveredTo.flatMap((name) => mail.headers.get(name) ?? []),
    ...(headers.get('return-path') ?? []),
    ...told,
  ];
  return {
    paths: addressesIn(fields),
    unsubscribe: first('list-unsubscribe'),
    messageId: first('message-id'),
  };
}

function addressesIn(fields: readonly string[]): string[] {
  const found = fields
    .slice(0, mostPaths)
    .flatMap((field) => field.slice(0, 1000).split(/[\s<>,;:"()]/))
    .filter((word) => word.includes('@'));
  return [...new Set(found)].slice(0, mostPaths);
}
