import {
  Database,
  type Grant,
  type Keys,
  type Tx,
  confirmPerson,
  forgive,
  meetFormerSelves,
  newGrant,
  openGrant,
  personByEmail,
  personById,
  record,
  redeemCode,
  redeemGrant,
  signInMinutes,
  spend,
  unansweredMails,
} from '#libs/database';
import { DomainError, type Once, type Scope, normaliseEmail } from '#libs/domain';
import { post } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { Viewer } from './access.ts';
import { type NewSession, Sessions } from './sessions.ts';

/** Far above what a full venue asks for, far below what filling strangers' mailboxes takes. */
const asksPerNetworkAndHour = 120;

const scope: Scope = { kind: 'installation' };

export interface Ask {
  email: string;
  /** A path of ours, checked. */
  returnTo: string | null;
  /** SHA-256 of the asking browser's mark. */
  browserHash: Buffer;
  network: string;
  /** Asked again with the same key, no second mail leaves. */
  once?: Once | undefined;
}

export interface SignedIn {
  session: NewSession;
  returnTo: string | null;
}

export type LinkStanding =
  { standing: 'here'; email: string } | { standing: 'elsewhere' } | { standing: 'used' };

/** Signing in by mail: ask, then bring back the link or the six digits, in the browser that asked (rules 8, 9, 13). */
@Injectable()
export class SignInService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * Queues one mail. An unknown address becomes a person and gets the same mail as a known one, so neither the answer,
   * its time nor the mailbox tells them apart; over the budget of the address the answer is the same and no mail leaves.
   * @throws DomainError address-unusable at `/email`, too-many-requests for the network
   */
  async ask({ email, returnTo, browserHash, network, once }: Ask): Promise<void> {
    await this.db.write({ ...scope, once }, async (tx) => {
      if (!(await spend(tx, `sign-in:${network}`, asksPerNetworkAndHour)))
        throw new DomainError('too-many-requests');
      const { id: personId } = await personByEmail(tx, email);
      if (!(await spend(tx, unansweredMails.key(personId), unansweredMails.limit))) return;
      const subjectId = await newGrant(tx, {
        purpose: 'sign-in',
        minutes: signInMinutes,
        personId,
        browserHash,
        ...(returnTo === null ? {} : { returnTo }),
      });
      await post(tx, [{ organizationId: null, kind: 'sign-in', subjectId, personId }]);
    });
  }

  /** What a link would do in this browser; looking does not use it. */
  lookAtLink(token: string, browserHash: Buffer | null): Promise<LinkStanding> {
    return this.db.read(scope, async (reader) => {
      const grant = await openGrant(reader, 'sign-in', token);
      if (grant?.personId == null) return { standing: 'used' };
      if (browserHash === null || !grant.browserHash?.equals(browserHash)) return { standing: 'elsewhere' };
      return { standing: 'here', email: (await personById(reader, grant.personId)).email };
    });
  }

  /** @throws DomainError sign-in-link-elsewhere in another browser, sign-in-link-used when used or too old */
  useLink(token: string, browserHash: Buffer | null, before: Viewer | undefined): Promise<SignedIn> {
    return this.db.write(scope, async (tx) => {
      const grant = await redeemGrant(tx, 'sign-in', token, browserHash);
      if (grant !== null) return this.signIn(tx, grant, before);
      const elsewhere = await openGrant(tx, 'sign-in', token);
      throw new DomainError(elsewhere === null ? 'sign-in-link-used' : 'sign-in-link-elsewhere');
    });
  }

  /** @throws DomainError sign-in-code-wrong at `/code`: not the newest code of this browser, used, too old, or a sixth try */
  async useCode(
    email: string,
    code: string,
    browserHash: Buffer | null,
    before: Viewer | undefined,
  ): Promise<SignedIn> {
    const address = normaliseEmail(email);
    const signedIn = await this.db.write(scope, async (tx) => {
      if (address === null || browserHash === null) return null;
      const grant = await redeemCode(tx, this.keys, address, code.replace(/\D/g, ''), browserHash);
      // A wrong try is counted, so this transaction commits and the refusal comes after it.
      return grant === null ? null : this.signIn(tx, grant, before);
    });
    if (signedIn === null) throw wrongCode();
    return signedIn;
  }

  private async signIn(tx: Tx, grant: Grant, before: Viewer | undefined): Promise<SignedIn> {
    const { personId } = grant;
    if (personId === null) throw new DomainError('sign-in-link-used');
    await confirmPerson(tx, personId);
    await meetFormerSelves(tx, this.keys, [await personById(tx, personId)]);
    await forgive(tx, unansweredMails.key(personId));
    await record(tx, { kind: 'person', id: personId }, 'person.signed-in', personId);
    return { session: await this.sessions.begin(tx, personId, before), returnTo: grant.returnTo };
  }
}

function wrongCode(): DomainError {
  const { message } = new DomainError('sign-in-code-wrong');
  return new DomainError('sign-in-code-wrong', [{ pointer: '/code', detail: message }]);
}
