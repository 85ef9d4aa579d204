import type { Resolver } from '#libs/mail-health';

/** What a made-up DNS holds, by name. */
export interface Zone {
  txt?: Record<string, string[]>;
  addresses?: Record<string, string[]>;
  mx?: Record<string, string[]>;
  /** Names that nobody answers for. */
  silent?: string[];
}

/** A DNS that holds these records and nothing else, and notes what it was asked. */
export function stubDns(zone: Zone): Resolver & { asked: string[] } {
  const asked: string[] = [];
  const look = (records: Record<string, string[]> | undefined, name: string): Promise<string[]> => {
    asked.push(name);
    if (zone.silent?.includes(name) === true) return Promise.reject(new Error('ETIMEOUT'));
    return Promise.resolve(records?.[name] ?? []);
  };
  return {
    asked,
    txt: (name) => look(zone.txt, name),
    addresses: (host) => look(zone.addresses, host),
    mx: (domain) => look(zone.mx, domain),
  };
}
