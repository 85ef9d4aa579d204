/** Who acts, in rights and in the audit (product.md, Addresses). */
export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'key'; id: string }
  | { kind: 'link'; id: string }
  | { kind: 'system' };

/** A request that has one effect however often it arrives: its Idempotency-Key, and whose it is (rule 29). */
export interface Once {
  /** Who asks: `person:<id>`, or `anybody` without a session. One person's key says nothing about another's. */
  readonly owner: string;
  readonly key: string;
  /** SHA-256 of what is asked for. */
  readonly fingerprint: Buffer;
  /** Which write of its request comes next, from 0: a request may write more than once. */
  step: number;
  /** Told when the answer is one that was given before. */
  onRepeat(): void;
}

/** On whose behalf a transaction runs; row-level security sees nothing outside it. */
export type Scope = Behalf & {
  /** Set: a write happens once per key and step, and is answered the same from then on. */
  once?: Once | undefined;
};

type Behalf =
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

/** Who acts in a scope: the organization's scope names them; elsewhere it is the product itself. */
export const actorOf = (scope: Scope): Actor => (scope.kind === 'organization' ? scope.actor : system);

export function inOrganization(organizationId: string, actor: Actor, once?: Once): Scope {
  return { kind: 'organization', organizationId, actor, once };
}
