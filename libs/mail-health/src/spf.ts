import { BlockList, isIP } from 'node:net';
import type { RecordCheck, SenderFacts } from './record-check.ts';
import type { Resolver } from './resolver.ts';

/** Receivers make ten look-ups for one record and no more (RFC 7208, 4.6.4). */
const mostLookups = 10;

class TooManyLookups extends Error {}

const isSpf = (record: string): boolean => /^v=spf1(\s|$)/i.test(record);

/**
 * Whether the envelope's domain lets our mail server send. A provider may send from other addresses than those it takes
 * mail at, so `not-covered` is a hint, and its sentence says so.
 */
export async function checkSpf(sender: SenderFacts, resolver: Resolver): Promise<RecordCheck> {
  const { envelopeDomain: name, smtpHost } = sender;
  const check = { record: 'spf', name, found: null, add: null } as const;
  if (smtpHost === null) return { ...check, state: 'no-server' };
  const records = (await resolver.txt(name)).filter(isSpf);
  const [found] = records;
  if (found === undefined) return { ...check, state: 'missing', add: `v=spf1 ${allowing(smtpHost)} ~all` };
  if (records.length > 1) return { ...check, found: records.join(' · '), state: 'several' };
  try {
    const covered = await covers(found, name, smtpHost, resolver);
    if (covered) return { ...check, found, state: 'good' };
    return { ...check, found, state: 'not-covered', add: withServer(found, smtpHost) };
  } catch (error) {
    if (error instanceof TooManyLookups) return { ...check, found, state: 'too-long' };
    throw error;
  }
}

/** What lets a server send; one on this machine sends from the addresses of its domain, as far as we can tell. */
function allowing(smtpHost: string): string {
  const version = isIP(smtpHost);
  if (version !== 0 && !isLocal(smtpHost)) return `ip${version}:${smtpHost}`;
  return version !== 0 || !smtpHost.includes('.') ? 'a mx' : `a:${smtpHost}`;
}

const isLocal = (ip: string): boolean =>
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(ip);

/** Before the last word, which says what to do with everybody else. */
function withServer(record: string, smtpHost: string): string {
  const terms = record.trim().split(/\s+/);
  const last = terms.findIndex((term) => /^([-~?+]?all$|redirect=)/i.test(term));
  terms.splice(last < 0 ? terms.length : last, 0, allowing(smtpHost));
  return terms.join(' ');
}

async function covers(
  record: string,
  domain: string,
  smtpHost: string,
  resolver: Resolver,
): Promise<boolean> {
  const ips = isIP(smtpHost) === 0 ? await resolver.addresses(smtpHost) : [smtpHost];
  for (const ip of ips) {
    // One address is enough: a server with an IPv6 address that never sends by it is in order.
    if (await new Walk(resolver).passes(record, domain, ip)) return true;
  }
  return false;
}

/** The part of RFC 7208 that can be followed without a mail in hand, for one address: all, ip4, ip6, a, mx, include, redirect. */
class Walk {
  private lookups = 0;

  constructor(private readonly resolver: Resolver) {}

  async passes(record: string, domain: string, ip: string): Promise<boolean> {
    const terms = record.trim().split(/\s+/).slice(1);
    for (const term of terms) {
      const mechanism = /^([-~?+]?)([a-z0-9]+)(?:[:]([^/]+))?((?:\/\d+){0,2}|\/\/\d+)$/i.exec(term);
      if (mechanism === null) continue;
      const [, sign = '', name = '', argument = domain, size = ''] = mechanism;
      if (await this.matches({ name: name.toLowerCase(), argument, size }, ip))
        return sign === '' || sign === '+';
    }
    const redirect = terms.find((term) => /^redirect=/i.test(term))?.slice('redirect='.length);
    return redirect === undefined ? false : this.passesAt(redirect, ip);
  }

  private async matches({ name, argument, size }: Mechanism, ip: string): Promise<boolean> {
    if (name === 'all') return true;
    if (name === 'ip4' || name === 'ip6') return isWithin(ip, argument, size);
    // A name made of macros depends on the mail.
    if (argument.includes('%')) return false;
    if (name === 'include') return this.passesAt(argument, ip);
    if (name === 'a') return (await this.addressesOf(argument)).some((one) => isWithin(ip, one, size));
    if (name !== 'mx') return false;
    this.count();
    const hosts = (await this.resolver.mx(argument)).slice(0, mostLookups);
    const lists = await Promise.all(hosts.map((host) => this.resolver.addresses(host)));
    return lists.flat().some((one) => isWithin(ip, one, size));
  }

  private async passesAt(domain: string, ip: string): Promise<boolean> {
    this.count();
    const record = (await this.resolver.txt(domain)).find(isSpf);
    return record === undefined ? false : this.passes(record, domain, ip);
  }

  private addressesOf(host: string): Promise<string[]> {
    this.count();
    return this.resolver.addresses(host);
  }

  /** Ends a circle of includes, too. */
  private count(): void {
    this.lookups += 1;
    if (this.lookups > mostLookups) throw new TooManyLookups();
  }
}

interface Mechanism {
  name: string;
  argument: string;
  size: string;
}

/** @param size "/24", "/24//64", "//64" or nothing */
function isWithin(ip: string, network: string, size: string): boolean {
  const version = isIP(network);
  if (version === 0 || version !== isIP(ip)) return false;
  const [four, six] = [/^\/(\d+)/.exec(size)?.[1], /\/\/(\d+)$/.exec(size)?.[1]];
  const type = version === 4 ? 'ipv4' : 'ipv6';
  const most = version === 4 ? 32 : 128;
  const bits = Number((version === 4 ? four : (six ?? four)) ?? most);
  if (bits > most) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, type);
  return list.check(ip, type);
}
