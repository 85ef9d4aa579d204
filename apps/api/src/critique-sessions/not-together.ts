import { type Keys, keyedHash } from '#libs/database';

/** Of so many pairs one reads "not together" by lot. */
const oneOf = 6;

/**
 * Whether two people read "not together" in this organization though nobody keeps them apart, so that nobody who reads it of
 * two can tell that one of them asked for distance (docs/decisions/0023). Always the same of the same two, at every evening: what
 * changed from one to the next would tell the lots from the blocks. By the oldest key, which stays when a new one is added.
 */
export function readsApartByLot(
  keys: Keys,
  organizationId: string,
  [one, other]: readonly [string, string],
): boolean {
  const pair = [one, other].sort().join(' ');
  const hash = keyedHash(keys, 'not together', `${organizationId}\n${pair}`, [...keys.all.keys()].at(-1));
  return hash.readUInt32BE(0) % oneOf === 0;
}
