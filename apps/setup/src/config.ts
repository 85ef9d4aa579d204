import { type Mode, parseKeys } from '#libs/database';
import { type StorageSettings, fileSettings, storageSettings } from '#libs/files';
import { oneOf, parsed, readSettings, url, wholeNumber, withDefault } from '#libs/settings';

export interface Config {
  mode: Mode;
  /** As the owner of the tables, who may change them. */
  ownerUrl: string;
  /** As the apps will connect; the role is made when it is missing. */
  appUrl: string;
  /** Where the files of works are kept. */
  files: StorageSettings;
}

/**
 * Reads what a whole installation needs, not only what setup itself uses, so that every fault shows before anything starts.
 * @throws SettingsError with every fault at once
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const demo = environment['ACQUAINT_MODE'] === 'demo';
  const smtp = url('smtp', 'smtps');
  const read = readSettings(environment, {
    ACQUAINT_MODE: withDefault(oneOf('demo', 'live', 'test'), 'live'),
    DATABASE_OWNER_URL: url('postgres', 'postgresql'),
    DATABASE_URL: url('postgres', 'postgresql'),
    PORT: withDefault(wholeNumber(0, 65_535), 3000),
    PUBLIC_URL: url('http', 'https'),
    SECRET_KEYS: parsed(parseKeys),
    SMTP_URL: demo ? withDefault(smtp, null) : smtp,
    ...fileSettings,
  });
  return {
    mode: read.ACQUAINT_MODE,
    ownerUrl: read.DATABASE_OWNER_URL,
    appUrl: read.DATABASE_URL,
    files: storageSettings(read),
  };
}

/** What a look at an installation that runs already needs. @throws SettingsError with every fault at once */
export function readMailTestConfig(
  environment: Record<string, string | undefined> = process.env,
): Pick<Config, 'mode' | 'appUrl'> {
  const read = readSettings(environment, {
    ACQUAINT_MODE: withDefault(oneOf('demo', 'live', 'test'), 'live'),
    DATABASE_URL: url('postgres', 'postgresql'),
  });
  return { mode: read.ACQUAINT_MODE, appUrl: read.DATABASE_URL };
}
