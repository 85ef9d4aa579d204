import { SettingsError, parsed, url, wholeNumber, withDefault } from '#libs/settings';

export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface StorageSettings {
  /** What is on its way lies here, and without S3 what is kept too. One folder for every api and worker. */
  folder: string;
  /** Null: files are kept in the folder. */
  s3: S3Settings | null;
  /** The largest file. */
  maxBytes: number;
  /** What all files of one organization may take together. */
  quotaBytes: number;
}

const megabyte = 1024 * 1024;

/** The settings of files, for the configuration of each app that reads them. */
export const fileSettings = {
  FILES_FOLDER: withDefault(parsed(String), '.data/files'),
  FILE_MAX_MB: withDefault(wholeNumber(1, 2000), 200),
  FILE_QUOTA_MB: withDefault(wholeNumber(1, 10_000_000), 20_000),
  S3_ENDPOINT: withDefault(url('http', 'https'), null),
  S3_BUCKET: withDefault(parsed(bucketName), null),
  S3_REGION: withDefault(parsed(String), 'us-east-1'),
  S3_ACCESS_KEY_ID: withDefault(parsed(String), null),
  S3_SECRET_ACCESS_KEY: withDefault(parsed(String), null),
};

type Read = {
  [Name in keyof typeof fileSettings]: Extract<
    ReturnType<(typeof fileSettings)[Name]>,
    { value: unknown }
  >['value'];
};

/** @throws SettingsError when some of S3's settings are given and others are not */
export function storageSettings(read: Read): StorageSettings {
  return {
    folder: read.FILES_FOLDER,
    s3: s3Settings(read),
    maxBytes: read.FILE_MAX_MB * megabyte,
    quotaBytes: read.FILE_QUOTA_MB * megabyte,
  };
}

function s3Settings(read: Read): S3Settings | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = read;
  const needed = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  const missing = Object.entries(needed).filter(([, value]) => value === null);
  if (missing.length === Object.keys(needed).length) return null;
  if (
    S3_ENDPOINT === null ||
    S3_BUCKET === null ||
    S3_ACCESS_KEY_ID === null ||
    S3_SECRET_ACCESS_KEY === null
  )
    throw new SettingsError(missing.map(([name]) => `${name} is missing, while others of S3 are given`));
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: read.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

function bucketName(text: string): string {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)) throw new Error('is not the name of a bucket');
  return text;
}
