import type { Member, Once, Right } from '#libs/domain';
import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The person behind a session. */
export interface Viewer {
  sessionId: string;
  personId: string;
  email: string;
  name: string | null;
}

export type Access = { can: Right } | { signedIn: true; why: string } | { public: true; why: string };

export const accessKey = 'acquaint:access';

/** Only for members of the route's organization whose role has the right. */
export const Can = (right: Right): MethodDecorator => SetMetadata<string, Access>(accessKey, { can: right });

/** For anybody with a session; the reason says why no right is asked. */
export const SignedIn = (why: string): MethodDecorator =>
  SetMetadata<string, Access>(accessKey, { signedIn: true, why });

/** For everybody; the reason says why that is safe. */
export const Public = (why: string): MethodDecorator =>
  SetMetadata<string, Access>(accessKey, { public: true, why });

export interface AccessRequest extends FastifyRequest {
  viewer?: Viewer;
  member?: Member;
  /** Its Idempotency-Key, where the route takes one. */
  once?: Once;
}

const requestOf = (context: ExecutionContext): AccessRequest => context.switchToHttp().getRequest();

/** The member that @Can admitted. */
export const Staff = createParamDecorator((_: unknown, context: ExecutionContext): Member => {
  const { member } = requestOf(context);
  if (member === undefined) throw new Error('@Staff() needs @Can(…) on its route');
  return member;
});

/** The signed-in person, or undefined on a @Public route. */
export const Viewing = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer | undefined => requestOf(context).viewer,
);
