/**
 * How bad a failure is. `hard`: there is no such address, and there will be none. `soft`: not this time, a full mailbox or a
 * server in trouble. `policy`: refused for what we are or wrote; that says nothing about the address.
 */
export type Severity = 'hard' | 'soft' | 'policy';

/** An enhanced status code (RFC 3463) in a sentence, and no part of an IP address. */
const inSentence = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)/;

/** 5.1.7 and 5.1.8 complain about the sender, and 5.1.9 about a conversion: the address may be fine. */
const notTheReader = new Set(['5.1.7', '5.1.8', '5.1.9']);

/**
 * @param status "x.y.z" of RFC 3463
 * @param diagnostic what the server said; asked only where the status says no more than "failed"
 * @returns null when it is no failure
 */
export function severityOf(status: string, diagnostic = ''): Severity | null {
  const [, code = ''] = inSentence.exec(status.slice(0, 40)) ?? [];
  if (code === '') return null;
  const precise = code.endsWith('.0.0') ? (inSentence.exec(diagnostic.slice(0, 1000))?.[1] ?? code) : code;
  const [grade, subject] = precise.split('.');
  if (subject === '7' || precise === '5.1.7' || precise === '5.1.8') return 'policy';
  const isGone = (subject === '1' && !notTheReader.has(precise)) || precise === '5.2.1';
  return grade === '5' && isGone ? 'hard' : 'soft';
}
