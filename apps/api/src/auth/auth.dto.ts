import { type Mode } from '#libs/database';
import { type Role } from '#libs/domain';
import { Line, OptionalLine } from '../problems/shapes.ts';
import type { Viewer } from './access.ts';
import type { Membership, Standing } from './viewer.service.ts';

export class SignInIn {
  @Line(254) email!: string;
  @OptionalLine(500) returnTo?: string;
}

export class CodeIn {
  @Line(254) email!: string;
  @Line(20) code!: string;
}

export class SignedInView {
  /** Where to go now, a path of ours. */
  returnTo!: string;
}

export class MePerson {
  id!: string;
  email!: string;
  name!: string | null;
}

export class MembershipView {
  organizationId!: string;
  name!: string;
  slug!: string;
  role!: Role;
  timeZone!: string;
  /** Events a host or door is limited to; null: all. */
  eventIds!: string[] | null;

  static of(membership: Membership): MembershipView {
    const { organizationId, name, slug, role, timeZone, eventIds } = membership;
    return { organizationId, name, slug, role, timeZone, eventIds };
  }
}

export class MeView {
  /** Null without a session. */
  person!: MePerson | null;
  memberships!: MembershipView[];
  /** Whether they see how the installation is. */
  runsInstallation!: boolean;
  mode!: Mode;
  /** Product time. */
  now!: string;

  static of(viewer: Viewer | undefined, { mode, now, memberships, runsInstallation }: Standing): MeView {
    return {
      person: viewer === undefined ? null : { id: viewer.personId, email: viewer.email, name: viewer.name },
      memberships: memberships.map((membership) => MembershipView.of(membership)),
      runsInstallation,
      mode,
      now: now.toISOString(),
    };
  }
}
