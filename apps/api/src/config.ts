import { isIP } from 'node:net';
import { type StorageSettings, fileSettings, storageSettings } from '#libs/files';
import { type Keys, type Mode, parseKeys } from '#libs/database';
import { oneOf, parsed, readSettings, url, wholeNumber, withDefault } from '#libs/settings';

export interface Config {
  mode: Mode;
  databaseUrl: string;
  /** Where people reach this installation; every link in a mail starts here. No trailing slash. */
  publicUrl: string;
  host: string;
  port: number;
  keys: Keys;
  /** Addresses or ranges whose X-Forwarded-For is believed, so that a visitor's budget is not the proxy's. */
  trustedProxies: string[];
  /** Folder of the built web app; null: the api serves no app. */
  webFolder: string | null;
  /** Signs what a mail provider tells of bounces and complaints; null: nobody is listened to. */
  mailWebhookSecret: string | null;
  /** Where the files of works are kept. */
  files: StorageSettings;
}

/** @throws SettingsError with every fault at once */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const read = readSettings(environment, {
    ACQUAINT_MODE: withDefault(oneOf('demo', 'live', 'test'), 'live'),
    DATABASE_URL: url('postgres', 'postgresql'),
    PUBLIC_URL: url('http', 'https'),
    HOST: withDefault(parsed(String), '127.0.0.1'),
    PORT: withDefault(wholeNumber(0, 65_535), 3000),
    SECRET_KEYS: parsed(parseKeys),
    TRUSTED_PROXIES: withDefault(parsed(addresses), []),
    MAIL_WEBHOOK_SECRET: withDefault(parsed(longSecret), null),
    WEB_FOLDER: withDefault(parsed(String), null),
    ...fileSettings,
  });
  return {
    mode: read.ACQUAINT_MODE,
    databaseUrl: read.DATABASE_URL,
    publicUrl: read.PUBLIC_URL,
    // The demo signs anybody in and shows every mail, so it never leaves this machine.
    host: read.ACQUAINT_MODE === 'live' ? read.HOST : '127.0.0.1',
    port: read.PORT,
    keys: read.SECRET_KEYS,
    trustedProxies: read.TRUSTED_PROXIES,
    mailWebhookSecret: read.MAIL_WEBHOOK_SECRET,
    webFolder: read.WEB_FOLDER,
    files: storageSettings(read),
  };
}

/** Nobody guesses 32 characters. */
function longSecret(text: string): string {
  if (text.length < 32) throw new Error('must have at least 32 characters');
  return text;
}

/** Addresses or ranges, separated by commas: "10.0.0.5, 172.16.0.0/12". */
function addresses(text: string): string[] {
  const list = text.split(',').map((part) => part.trim());
  for (const address of list) {
    const [ip = '', bits] = address.split('/');
    if (isIP(ip) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) {
      throw new Error('must be addresses or ranges separated by commas, like 10.0.0.5, 172.16.0.0/12');
    }
  }
  return list;
}
