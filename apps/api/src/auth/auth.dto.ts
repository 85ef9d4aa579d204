import { roles } from '#libs/domain';
import { ApiProperty } from '@nestjs/swagger';
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
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
}

export class MembershipView {
  organizationId!: string;
  name!: string;
  slug!: string;
  @ApiProperty({ enum: roles }) role!: string;
  timeZone!: string;
  /** Events a host or door is limited to; null: all. */
  @ApiProperty({ type: [String], nullable: true }) eventIds!: string[] | null;

  static of(this: void, membership: Membership): MembershipView {
    const { organizationId, name, slug, role, timeZone, eventIds } = membership;
    return { organizationId, name, slug, role, timeZone, eventIds };
  }
}

export class MeView {
  /** Null without a session. */
  @ApiProperty({ type: MePerson, nullable: true }) person!: MePerson | null;
  @ApiProperty({ type: [MembershipView] }) memberships!: MembershipView[];
  @ApiProperty({ enum: ['demo', 'test', 'live'] }) mode!: string;
  /** Product time. */
  @ApiProperty({ type: String, format: 'date-time' }) now!: string;

  static of(viewer: Viewer | undefined, { mode, now, memberships }: Standing): MeView {
    return {
      person: viewer === undefined ? null : { id: viewer.personId, email: viewer.email, name: viewer.name },
      memberships: memberships.map(MembershipView.of),
      mode,
      now: now.toISOString(),
    };
  }
}
