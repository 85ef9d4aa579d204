import { Injectable } from '@nestjs/common';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import type { EventStream } from '../event-stream.ts';
import { CritiqueScreens } from './critique-screens.service.ts';
import { NowView } from './now.dto.ts';

/** Phones that follow a session: each is sent its own part, as long as its link opens the evening. */
@Injectable()
export class PhoneStreams {
  constructor(
    private readonly screens: CritiqueScreens,
    private readonly links: CritiqueLinks,
  ) {}

  /** @throws DomainError link-unusable, critique-seat-needed, not-found, too-busy, too-many-requests, unavailable */
  async open(token: string, id: string): Promise<EventStream> {
    const { organizationId, eventId, personId, handleId } = await this.links.keyOf(token);
    return this.screens.openStream(
      { organizationId, eventId, id },
      {
        personId,
        event: 'now',
        right: { organizationId, handleId },
        view: (all) => NowView.of(all, personId),
      },
    );
  }
}
