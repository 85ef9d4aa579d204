import { Database } from '#libs/database';
import { DomainError, Member, type Right, inOrganization } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccessRequest } from './access.ts';
import { Strategies } from './strategies.ts';

/** For answers that last: whether who asked for one may still read it. The guard looks once, at the beginning. */
@Injectable()
export class StillMay {
  constructor(
    private readonly strategies: Strategies,
    private readonly db: Database,
  ) {}

  async holds(request: AccessRequest, reply: FastifyReply, right: Right): Promise<boolean> {
    const viewer = await this.strategies.viewerOf(request, reply);
    const { organizationId, eventId } = request.params as { organizationId?: string; eventId?: string };
    if (viewer === undefined || organizationId === undefined) return false;
    const { personId } = viewer;
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    const member = await this.db.read(scope, (reader) => reader.one(Member, { organizationId, personId }));
    try {
      member?.refuseUnlessMay(right, eventId);
      return member !== null;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
