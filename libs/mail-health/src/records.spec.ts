import { type Zone, stubDns } from '../../../test/support/stub-dns.ts';
import { type SenderFacts, checkRecords } from './index.ts';

const sender: SenderFacts = {
  mailFrom: 'post@guild.example',
  envelopeDomain: 'guild.example',
  smtpHost: 'smtp.relay.example',
  dkim: { domain: 'guild.example', selector: 'a1', publicKey: 'MIIBIjANBg' },
};
const relay = { 'smtp.relay.example': ['203.0.113.9', '2001:db8::9'] };
const dkimName = 'a1._domainkey.guild.example';

async function check(record: 'spf' | 'dkim' | 'dmarc', zone: Zone, facts: Partial<SenderFacts> = {}) {
  const checks = await checkRecords({ ...sender, ...facts }, stubDns({ addresses: relay, ...zone }));
  return checks.find((one) => one.record === record);
}

const spf = (...records: string[]): Zone => ({ txt: { 'guild.example': records } });

describe('the SPF record', () => {
  it.each([
    ['the address itself', 'v=spf1 ip4:203.0.113.9 -all', {}],
    ['a network', 'v=spf1 ip4:203.0.113.0/24 -all', {}],
    ['an IPv6 network', 'v=spf1 ip6:2001:db8::/32 -all', {}],
    ['a host', 'v=spf1 a:smtp.relay.example -all', {}],
    ['its own addresses', 'v=spf1 a -all', { addresses: { ...relay, 'guild.example': ['203.0.113.9'] } }],
    ['who takes its mail', 'v=spf1 mx ~all', { mx: { 'guild.example': ['smtp.relay.example'] } }],
    ['everybody', 'V=SPF1 +all', {}],
  ])('is good when it names %s', async (_, record, zone: Zone) => {
    expect(await check('spf', { ...spf(record), ...zone })).toMatchObject({ state: 'good', found: record });
  });

  it('is good when what it includes, or leads on to, names the server', async () => {
    const included = {
      'spf.relay.example': ['v=spf1 include:b.relay.example -all'],
      'b.relay.example': ['v=spf1 ip4:203.0.113.9 -all'],
    };
    for (const record of ['v=spf1 include:spf.relay.example -all', 'v=spf1 redirect=spf.relay.example']) {
      expect(await check('spf', { txt: { ...included, 'guild.example': [record] } })).toMatchObject({
        state: 'good',
      });
    }
  });

  it('is told whole when there is none, and other texts of the domain are none', async () => {
    expect(await check('spf', spf('google-site-verification=x', 'v=spf10 a'))).toEqual({
      record: 'spf',
      state: 'missing',
      name: 'guild.example',
      found: null,
      add: 'v=spf1 a:smtp.relay.example ~all',
    });
    expect(await check('spf', spf(), { smtpHost: '203.0.113.9' })).toMatchObject({
      add: 'v=spf1 ip4:203.0.113.9 ~all',
    });
    expect(await check('spf', spf(), { smtpHost: 'localhost' })).toMatchObject({ add: 'v=spf1 a mx ~all' });
  });

  it('is told with the server in it, before its last word, when it leaves the server out', async () => {
    expect(await check('spf', spf('v=spf1 ip4:192.0.2.1 -all'))).toMatchObject({
      state: 'not-covered',
      add: 'v=spf1 ip4:192.0.2.1 a:smtp.relay.example -all',
    });
    // A sign that says no is no yes.
    expect(await check('spf', spf('v=spf1 -ip4:203.0.113.9 ~ip6:2001:db8::9 +all'))).toMatchObject({
      state: 'not-covered',
    });
  });

  it('counts for nothing when there are two, asks too much, or goes in a circle', async () => {
    expect(await check('spf', spf('v=spf1 +all', 'v=spf1 -all'))).toMatchObject({
      state: 'several',
      add: null,
    });
    const many = Array.from({ length: 11 }, (_, at) => `a:h${String(at)}.example`).join(' ');
    expect(await check('spf', spf(`v=spf1 ${many} -all`))).toMatchObject({ state: 'too-long' });
    expect(await check('spf', spf('v=spf1 include:guild.example -all'))).toMatchObject({ state: 'too-long' });
    const ten = Array.from({ length: 10 }, (_, at) => `a:h${String(at)}.example`).join(' ');
    expect(await check('spf', spf(`v=spf1 ${ten} +all`))).toMatchObject({ state: 'good' });
  });

  it('is that of the envelope, where bounces go to a domain of their own', async () => {
    const zone = { txt: { 'bounces.guild.example': ['v=spf1 +all'] } };
    expect(await check('spf', zone, { envelopeDomain: 'bounces.guild.example' })).toMatchObject({
      state: 'good',
    });
    expect(await check('spf', zone)).toMatchObject({ state: 'missing' });
  });
});

describe('the DKIM record', () => {
  const key = (...records: string[]): Zone => ({ txt: { [dkimName]: records } });

  it('is good when it holds the key that the worker signs with', async () => {
    expect(await check('dkim', key('v=DKIM1; k=rsa; p=MIIBIjANBg'))).toMatchObject({ state: 'good' });
    expect(await check('dkim', key('p=MIIBI jANBg'))).toMatchObject({ state: 'good' });
  });

  it('is told whole when it is missing, another, or taken back', async () => {
    const add = 'v=DKIM1; k=rsa; p=MIIBIjANBg';
    expect(await check('dkim', {})).toEqual({
      record: 'dkim',
      state: 'missing',
      name: dkimName,
      found: null,
      add,
    });
    for (const record of ['v=DKIM1; p=OTHER', 'v=DKIM1; p='])
      expect(await check('dkim', key(record))).toMatchObject({ state: 'other-key', found: record, add });
    expect(await check('dkim', key('p=MIIBIjANBg', 'p=OTHER'))).toMatchObject({ state: 'several', add });
  });

  it('says when nothing is signed, or for a domain that mails do not come from', async () => {
    expect(await check('dkim', {}, { dkim: null })).toMatchObject({ state: 'not-signed', name: null });
    const zone = key('p=MIIBIjANBg');
    expect(await check('dkim', zone, { mailFrom: 'post@other.example' })).toMatchObject({
      state: 'other-domain',
    });
    expect(await check('dkim', zone, { mailFrom: 'post@mail.guild.example' })).toMatchObject({
      state: 'good',
    });
  });
});

describe('the DMARC record', () => {
  it('is looked for at the domain and above it', async () => {
    const zone = { txt: { '_dmarc.guild.example': ['v=DMARC1; p=reject; rua=mailto:a@guild.example'] } };
    const mailFrom = 'post@a.b.guild.example';
    expect(await check('dmarc', zone, { mailFrom })).toMatchObject({
      state: 'good',
      name: '_dmarc.guild.example',
    });
    expect(await check('dmarc', { txt: { '_dmarc.example': ['v=DMARC1; p=none'] } })).toMatchObject({
      state: 'missing',
    });
  });

  it('is told whole when there is none, and is none when it says no policy or stands there twice', async () => {
    expect(await check('dmarc', {})).toEqual({
      record: 'dmarc',
      state: 'missing',
      name: '_dmarc.guild.example',
      found: null,
      add: 'v=DMARC1; p=none',
    });
    const at = (...records: string[]): Zone => ({ txt: { '_dmarc.guild.example': records } });
    expect(await check('dmarc', at('v=DMARC1; rua=mailto:a@b.example'))).toMatchObject({
      state: 'unreadable',
    });
    expect(await check('dmarc', at('v=DMARC1; p=none', 'v=DMARC1; p=reject'))).toMatchObject({
      state: 'several',
    });
  });
});

describe('a look at all three', () => {
  it('says of each by itself when the DNS is silent', async () => {
    const checks = await checkRecords(sender, stubDns({ silent: ['guild.example', '_dmarc.guild.example'] }));
    expect(checks.map(({ record, state }) => [record, state])).toEqual([
      ['spf', 'no-answer'],
      ['dkim', 'missing'],
      ['dmarc', 'no-answer'],
    ]);
  });

  it('asks nothing where mails end in the table', async () => {
    const dns = stubDns({});
    const checks = await checkRecords({ ...sender, smtpHost: null }, dns);
    expect(checks.map(({ state }) => state)).toEqual(['no-server', 'no-server', 'no-server']);
    expect(dns.asked).toEqual([]);
  });

  it('asks few names, whatever a record says', async () => {
    const txt: Record<string, string[]> = {};
    for (let at = 0; at < 40; at += 1)
      txt[`${at === 0 ? 'guild' : `g${String(at)}`}.example`] = [
        `v=spf1 include:g${String(at + 1)}.example -all`,
      ];
    const dns = stubDns({ txt, addresses: relay });
    await checkRecords(sender, dns);
    // The server has two addresses, but the first one ends it.
    expect(dns.asked.length).toBeLessThan(20);
  });
});
