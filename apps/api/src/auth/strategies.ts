import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import passport from 'passport';
import { Strategy } from 'passport-custom';
import type { AccessRequest, Viewer } from './access.ts';
import { Sessions } from './sessions.ts';

/**
 * Every way a request can say who it is from, asked in order; keys and door links join the list when they come. The
 * passport is the app's own: the global one would answer two apps in one process from the same sessions.
 */
@Injectable()
export class Strategies {
  private readonly passport = new passport.Passport();
  private readonly names = ['session'];

  constructor(sessions: Sessions) {
    this.passport.use(
      'session',
      new Strategy((request, done) => {
        sessions.viewerOf(request as unknown as AccessRequest).then((viewer) => {
          done(null, viewer);
        }, done);
      }),
    );
  }

  /** Whoever one of the strategies knows; undefined when none does, which is for the guard to judge. */
  viewerOf(request: AccessRequest, reply: FastifyReply): Promise<Viewer | undefined> {
    return new Promise((resolve, reject) => {
      const answer = (error: Error | null, viewer: Viewer | false | undefined): void => {
        if (error === null) resolve(viewer === false ? undefined : viewer);
        else reject(error);
      };
      const authenticate = this.passport.authenticate(this.names, { session: false }, answer) as (
        request: AccessRequest,
        reply: FastifyReply,
        next: () => void,
      ) => void;
      authenticate(request, reply, () => undefined);
    });
  }
}
