import { DomainError, newId } from '#libs/domain';
import { doorKeyHash, doorKeysOf, doorTokenOf, newDoorCode, openDoorToken } from './door-links.ts';
import { parseKeys } from './tokens.ts';

const secretOf = (byte: number) => Buffer.alloc(32, byte).toString('base64url');
const keys = parseKeys(`k2:${secretOf(2)},k1:${secretOf(1)}`);

describe('the link of a door', () => {
  it('opens with every key that still stands, and with no other', () => {
    const id = newId();
    const older = doorTokenOf(parseKeys(`k1:${secretOf(1)}`), id);
    expect(openDoorToken(keys, doorTokenOf(keys, id))).toBe(id);
    expect(openDoorToken(keys, older)).toBe(id);
    expect(() => openDoorToken(parseKeys(`k2:${secretOf(2)}`), older)).toThrow(
      new DomainError('link-unusable'),
    );
  });

  it('is refused with any letter changed', () => {
    const token = doorTokenOf(keys, newId());
    for (const [index, letter] of Array.from(token).entries()) {
      const other = `${token.slice(0, index)}${letter === 'a' ? 'b' : 'a'}${token.slice(index + 1)}`;
      expect(() => openDoorToken(keys, other)).toThrow(new DomainError('link-unusable'));
    }
  });
});

describe('the code of a door', () => {
  it('has eight letters that no vowel joins into a word', () => {
    const codes = Array.from({ length: 200 }, newDoorCode);
    for (const code of codes)
      expect(code).toMatch(/^[0-9BCDFGHJKLMNPQRSTVWXZ]{4}-[0-9BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it('gives the same keys on every phone, however it is typed', async () => {
    const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const { seal, shown } = await doorKeysOf('K7QM-2XHD', salt);
    expect(seal.toString('hex')).toBe('d45ba1565b23aeaa772c7a65c8f2a31a3f8be801bca5c9017a9d392d2c5c9818');
    expect(shown.toString('hex')).toBe('7361042390f81be9e55b0f199ad3bb0ade70db17d7e15f4b9e0e3c3b20d14e1f');
    expect(doorKeyHash(shown).toString('hex')).toBe(
      'e5fff8ac3ac7db26f8b8c6eeb3e83a547639f841c52c6b8941098abddfae1d9c',
    );
    expect((await doorKeysOf(' k7qm 2xhd ', salt)).shown).toEqual(shown);
    expect((await doorKeysOf('K7QM-2XHF', salt)).shown).not.toEqual(shown);
  });
});
