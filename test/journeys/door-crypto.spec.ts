import { createDecipheriv, createHash, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import { parseKeys, ticketOf, ticketPublicKeys } from '#libs/database';
import { newId } from '#libs/domain';
import { fromBase64Url } from '../../apps/web/src/door/crypto/bytes.ts';
import { keysOf, plainCode, seal, unseal } from '../../apps/web/src/door/crypto/seal.ts';
import { Tickets, nativeCheckOf, ownCheckOf } from '../../apps/web/src/door/crypto/tickets.ts';
import { testKeys } from '../support/api.ts';

// The phone and the api each have their own code for tickets and keys; here they meet.

const keys = parseKeys(testKeys);
const others = parseKeys(`t2:${Buffer.alloc(32, 9).toString('base64url')}`);

describe.each([
  ['of the browser', nativeCheckOf],
  ['of our own, for browsers without Ed25519', ownCheckOf],
])('a ticket under the signature check %s', (_, checkOf) => {
  const tickets = new Tickets(ticketPublicKeys(keys), checkOf);

  it('names the attendee it was written for', async () => {
    for (const id of Array.from({ length: 20 }, () => newId()))
      expect(await tickets.attendeeOf(ticketOf(keys, id))).toBe(id);
  });

  it('names nobody once any bit of it was changed, or when others wrote it', async () => {
    const ticket = ticketOf(keys, newId());
    const bytes = fromBase64Url(ticket.slice(4));
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(await tickets.attendeeOf(`AQ1.${changed.toString('base64url')}`)).toBeNull();
    }
    expect(await tickets.attendeeOf(ticketOf(others, newId()))).toBeNull();
    for (const torn of [
      '',
      'AQ1.',
      ticket.slice(0, -1),
      `${ticket}AA`,
      ticket.slice(4),
      'AQ1.***',
      `AQ2${ticket.slice(3)}`,
    ])
      expect(await tickets.attendeeOf(torn)).toBeNull();
  });
});

it('a ticket of a key that was rotated since is still good', async () => {
  const both = parseKeys(`t2:${Buffer.alloc(32, 9).toString('base64url')},${testKeys}`);
  const id = newId();
  expect(await new Tickets(ticketPublicKeys(both)).attendeeOf(ticketOf(keys, id))).toBe(id);
});

describe('the keys of a code', () => {
  const salt = new Uint8Array(randomBytes(16));
  const iterations = 1000;
  const base = pbkdf2Sync('K7QM2XHD', salt, iterations, 32, 'sha256');

  it('are the same on the phone and at the api, however the code was typed', async () => {
    const shown = Buffer.from(hkdfSync('sha256', base, '', 'acquaint door key', 32)).toString('base64url');
    for (const typed of ['K7QM-2XHD', 'k7qm 2xhd', ' K7QM2XHD '])
      expect((await keysOf(typed, salt, iterations)).shown).toBe(shown);
    expect((await keysOf('K7QM-2XHF', salt, iterations)).shown).not.toBe(shown);
    expect(plainCode('o1i0-2xhd')).toBe('01102XHD');
  });

  it('seal so that only the same code opens it, at its own place, as it was', async () => {
    const { seal: key } = await keysOf('K7QM-2XHD', salt, iterations);
    const list = { people: [{ name: 'Ada Lindqvist' }] };
    const sealed = await seal(key, 'list', list);
    expect(Buffer.from(sealed.bytes).toString('latin1')).not.toContain('Ada');
    expect(await unseal(key, 'list', sealed)).toEqual(list);
    const { seal: wrong } = await keysOf('K7QM-2XHF', salt, iterations);
    await expect(unseal(wrong, 'list', sealed)).rejects.toThrow();
    await expect(unseal(key, 'check', sealed)).rejects.toThrow();
    sealed.bytes[3]! ^= 1;
    await expect(unseal(key, 'list', sealed)).rejects.toThrow();
  });

  it('are AES-256-GCM under a key apart from the one that is shown', async () => {
    const { seal: key, shown } = await keysOf('K7QM-2XHD', salt, iterations);
    const { iv, bytes } = await seal(key, 'list', 'hello');
    const ours = Buffer.from(hkdfSync('sha256', base, '', 'acquaint door seal', 32));
    const open = createDecipheriv('aes-256-gcm', ours, iv).setAAD(Buffer.from('list'));
    open.setAuthTag(bytes.slice(-16));
    expect(Buffer.concat([open.update(bytes.slice(0, -16)), open.final()]).toString()).toBe('"hello"');
    expect(createHash('sha256').update(ours).digest('base64url')).not.toBe(shown);
    expect(ours.toString('base64url')).not.toBe(shown);
  });
});
