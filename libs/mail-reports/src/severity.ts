/**
 * How bad a failure is. `hard`: there is no such address, and there will be none. `soft`: not this time, a full mailbox or a
 * server in trouble. `policy`: refused for what we are or wrote; that says nothing about the address.
 */
export type Severity = 'hard' | 'soft' | 'policy';

/** An enhanced status code (RFC 3463) in a sentence, and no part of an IP address. */
const inSentence = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)/;

/**
 * Subject and detail of codes that say for good that nobody can be reached there: RFC 3463, 3.2 and 3.3, and RFC 7505. The other
 * ones about addresses leave that open: 1.0 does not say whose address it means, 1.5 and 1.9 (RFC 3886) that it is valid.
 */
const gone: ReadonlySet<string> = new Set([
  '1.1', // no such mailbox
  '1.2', // no such system
  '1.3', // no address at all
  '1.4', // more than one mailbox
  '1.6', // moved, and nobody knows where
  '1.10', // a domain that takes no mail
  '2.1', // a mailbox that is closed
]);
/** RFC 3463, 3.2: the address or the system of the sender. */
const aboutSender: ReadonlySet<string> = new Set(['1.7', '1.8']);
const security = '7';

/**
 * The same whether a server says it while we speak to it or writes it later.
 * @param status "x.y.z" of RFC 3463
 * @param diagnostic what the server said; asked only where the status says no more than "failed"
 * @returns null when it is no failure
 */
export function severityOf(status: string, diagnostic = ''): Severity | null {
  const [, code = ''] = inSentence.exec(status.slice(0, 40)) ?? [];
  if (code === '') return null;
  const precise = code.endsWith('.0.0') ? (inSentence.exec(diagnostic.slice(0, 1000))?.[1] ?? code) : code;
  const [grade = '', subject = '', detail = ''] = precise.split('.');
  const said = `${subject}.${detail}`;
  if (subject === security || aboutSender.has(said)) return 'policy';
  return grade === '5' && gone.has(said) ? 'hard' : 'soft';
}
