import { LocalStorage } from './local-storage.ts';
import { S3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';
import type { StorageSettings } from './storage-settings.ts';

/** The bucket where one is set, else the folder. */
export function openStorage({ folder, s3 }: StorageSettings): Storage {
  return s3 === null ? new LocalStorage(folder) : new S3Storage(s3);
}
