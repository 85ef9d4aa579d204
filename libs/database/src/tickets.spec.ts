import { createPublicKey, verify } from 'node:crypto';
import { newId } from '#libs/domain';
import {
  spokenCodeOf,
  swapCodeOf,
  swapLettersOf,
  ticketOf,
  ticketPublicKeys,
  verifySwapCode,
  verifyTicket,
} from './tickets.ts';
import { parseKeys } from './tokens.ts';

const secret = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const keys = parseKeys(`k1:${secret(1)}`);

describe('a ticket', () => {
  it('names its attendee, to whoever holds the keys', () => {
    const id = newId();
    const ticket = ticketOf(keys, id);
    expect(verifyTicket(keys, ticket)).toBe(id);
    expect(ticketOf(keys, id)).toBe(ticket);
    expect(ticket).toMatch(/^AQ1\.[A-Za-z0-9_-]{107}$/);
  });

  it('can be checked at a door that has the public key and nothing else', () => {
    const bytes = Buffer.from(ticketOf(keys, newId()).slice(4), 'base64url');
    const key = Buffer.from(ticketPublicKeys(keys)[0] ?? '', 'base64url');
    const text = Buffer.concat([Buffer.from('acquaint ticket 1\n'), bytes.subarray(0, 16)]);
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    expect(verify(null, text, publicKey, bytes.subarray(16))).toBe(true);
  });

  it('is forged when it is of another installation, of another attendee, torn, or no ticket at all', () => {
    const ticket = ticketOf(keys, newId());
    const other = Buffer.from(ticketOf(keys, newId()).slice(4), 'base64url').subarray(0, 16);
    const swapped = Buffer.concat([other, Buffer.from(ticket.slice(4), 'base64url').subarray(16)]);
    const forged = [
      ticketOf(parseKeys(`k1:${secret(2)}`), newId()),
      `AQ1.${swapped.toString('base64url')}`,
      ticket.slice(0, -4),
      ticket.replace('AQ1.', 'AQ2.'),
      'AQ1.',
      '',
    ];
    for (const one of forged) expect(verifyTicket(keys, one)).toBeNull();
  });

  it('outlives a change of keys, and not the retirement of its own', () => {
    const id = newId();
    const ticket = ticketOf(keys, id);
    const rotated = parseKeys(`k2:${secret(2)},k1:${secret(1)}`);
    expect(verifyTicket(rotated, ticket)).toBe(id);
    expect(ticketPublicKeys(rotated)).toHaveLength(2);
    expect(ticketPublicKeys(rotated)[1]).toBe(ticketPublicKeys(keys)[0]);
    expect(verifyTicket(parseKeys(`k2:${secret(2)}`), ticket)).toBeNull();
  });

  it('has eight letters to be said aloud, which are never a word', () => {
    expect(spokenCodeOf('019a0000-0000-7000-8000-00000000001e')).toBe('0000-0010');
    expect(spokenCodeOf('019a0000-0000-7000-8000-000000000384')).toBe('0000-0100');
    expect(spokenCodeOf(newId())).toMatch(/^[0-9B-DF-HJ-NP-TV-XZ]{4}-[0-9B-DF-HJ-NP-TV-XZ]{4}$/);
    const codes = Array.from({ length: 200 }, () => spokenCodeOf(newId()));
    expect(new Set(codes).size).toBe(200);
  });
});

describe('a code for swapping contacts', () => {
  const id = newId();

  it('names its attendee, to whoever holds the keys', () => {
    const code = swapCodeOf(keys, id);
    expect(verifySwapCode(keys, code)).toBe(id);
    expect(code).toMatch(/^AQS1\.[A-Za-z0-9_-]{107}$/);
  });

  it('is never a ticket, and a ticket is never one, also under the other’s first letters', () => {
    const [code, ticket] = [swapCodeOf(keys, id), ticketOf(keys, id)];
    expect(verifyTicket(keys, code)).toBeNull();
    expect(verifySwapCode(keys, ticket)).toBeNull();
    expect(verifyTicket(keys, code.replace('AQS1.', 'AQ1.'))).toBeNull();
    expect(verifySwapCode(keys, ticket.replace('AQ1.', 'AQS1.'))).toBeNull();
  });

  it('is forged when it is of another installation', () => {
    expect(verifySwapCode(keys, swapCodeOf(parseKeys(`k1:${secret(2)}`), id))).toBeNull();
  });

  it('has eight letters to say, which nobody works out without the key', () => {
    expect(swapLettersOf(keys, id)).toMatch(/^[0-9B-DF-HJ-NP-TV-XZ]{4}-[0-9B-DF-HJ-NP-TV-XZ]{4}$/);
    expect(swapLettersOf(keys, id)).not.toBe(spokenCodeOf(id));
    expect(swapLettersOf(parseKeys(`k1:${secret(2)}`), id)).not.toBe(swapLettersOf(keys, id));
  });
});
