import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { checkRecords, senderFacts } from '#libs/mail-health';
import { stubDns } from '../../../../test/support/stub-dns.ts';
import { toldSender } from './told-sender.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const settings = { connections: 4, pauseMs: 5_000, bounceAddress: null, dkim: null };
const config = {
  mailFrom: 'post@guild.example',
  smtpUrl: 'smtps://user:secret@smtp.relay.example',
  mail: settings,
};

describe('what a worker tells of how it sends', () => {
  it('holds nothing secret', () => {
    const dkim = { domain: 'guild.example', selector: 'a1', privateKey };
    const told = JSON.stringify(toldSender({ ...config, mail: { ...settings, dkim } }));
    expect(told).not.toMatch(/secret|user|PRIVATE/);
    expect(told).not.toContain(
      privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64').slice(0, 40),
    );
  });

  it('has the public key as its record spells it, which the check finds in order', async () => {
    const dkim = { domain: 'guild.example', selector: 'a1', privateKey };
    const told = toldSender({ ...config, mail: { ...settings, dkim } });
    const key = createPublicKey({
      key: Buffer.from(told.dkimKey ?? '', 'base64'),
      format: 'der',
      type: 'spki',
    });
    expect(key.equals(createPublicKey(privateKey))).toBe(true);
    const [missing] = (await checkRecords(senderFacts(told), stubDns({}))).filter(
      ({ record }) => record === 'dkim',
    );
    const dns = stubDns({ txt: { [missing?.name ?? '']: [missing?.add ?? ''] } });
    const [found] = (await checkRecords(senderFacts(told), dns)).filter(({ record }) => record === 'dkim');
    expect([missing?.state, found?.state]).toEqual(['missing', 'good']);
  });

  it.each([
    [null, 'guild.example'],
    ['bounces@other.example', 'other.example'],
    ['bounces.guild.example', 'bounces.guild.example'],
  ])('names the domain of the envelope, which SPF is about: %s', (bounceAddress, domain) => {
    expect(toldSender({ ...config, mail: { ...settings, bounceAddress } }).envelopeDomain).toBe(domain);
  });
});
