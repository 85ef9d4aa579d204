/** Who acts, in rights and in the audit (product.md, Addresses). */
export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'key'; id: string }
  | { kind: 'link'; id: string }
  | { kind: 'system' };

/** On whose behalf a transaction runs; row-level security sees nothing outside it. */
export type Scope =
  /** One organization's rows. */
  | { kind: 'organization'; organizationId: string; actor: Actor }
  /** What one person may see of themself across organizations. */
  | { kind: 'person'; personId: string }
  /** What anybody may see: published columns only. */
  | { kind: 'public' }
  /** Sign-in, sessions and links: no tenant rows at all. */
  | { kind: 'installation' }
  /** Everything: `everyOrganization`, only in the files that eslint.config.js lists. */
  | { kind: 'system' };

export const everyOrganization: Scope = { kind: 'system' };

export const system: Actor = { kind: 'system' };

export function inOrganization(organizationId: string, actor: Actor): Scope {
  return { kind: 'organization', organizationId, actor };
}
