import { Resolver as NodeResolver } from 'node:dns/promises';

/** What the checks ask of the DNS. An empty list: there is no such record. @throws Error when nobody answered */
export interface Resolver {
  /** Each TXT record as one text, its pieces joined. */
  txt(name: string): Promise<string[]>;
  /** IPv4 and IPv6 addresses of a host. */
  addresses(host: string): Promise<string[]>;
  /** The hosts that take mail for a domain. */
  mx(domain: string): Promise<string[]>;
}

/** "No such name" and "no such record" are answers. */
const isNothing = (error: unknown): boolean =>
  ['ENOTFOUND', 'ENODATA', 'EBADNAME'].includes(String((error as { code?: unknown }).code));

async function listed<Item>(asked: Promise<Item[]>): Promise<Item[]> {
  try {
    return await asked;
  } catch (error) {
    if (isNothing(error)) return [];
    throw error;
  }
}

/** The resolver of this machine: two tries of two seconds each, so that a page that waits for it never waits long. */
export function systemResolver(): Resolver {
  const dns = new NodeResolver({ timeout: 2_000, tries: 2 });
  return {
    txt: async (name) => (await listed(dns.resolveTxt(name))).map((pieces) => pieces.join('')),
    addresses: async (host) => {
      const both = await Promise.all([listed(dns.resolve4(host)), listed(dns.resolve6(host))]);
      return both.flat();
    },
    mx: async (domain) => (await listed(dns.resolveMx(domain))).map(({ exchange }) => exchange),
  };
}
