import type { Arriving, Storage, StorageSettings } from '#libs/files';

/** Where files are kept, where they arrive, and how much of them. */
export class KeptFiles {
  constructor(
    readonly storage: Storage,
    readonly arriving: Arriving,
    readonly limits: Pick<StorageSettings, 'maxBytes' | 'quotaBytes'>,
  ) {}
}
