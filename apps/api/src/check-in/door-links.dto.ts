import type { DoorLink } from '#libs/domain';
import { Line } from '../problems/shapes.ts';
import { DoorCountsView } from './door.dto.ts';

export class DoorLinkInput {
  /** Which door or phone: "Front door". */
  @Line(60) label!: string;
}

export class DoorLinkView {
  id!: string;
  label!: string;
  createdAt!: string;
  /** When a phone of it last reached us. */
  lastSeenAt!: string | null;
  expiresAt!: string;
  revoked!: boolean;

  static of({ id, label, createdAt, lastSeenAt, expiresAt, revokedAt }: DoorLink): DoorLinkView {
    return {
      id,
      label,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      expiresAt: expiresAt.toISOString(),
      revoked: revokedAt !== null,
    };
  }
}

export class DoorLinksView {
  links!: DoorLinkView[];
  /** The same as on its phones. */
  counts!: DoorCountsView;

  static of({ links, counts }: { links: readonly DoorLink[]; counts: DoorCountsView }): DoorLinksView {
    return {
      links: links.map((link) => DoorLinkView.of(link)),
      counts: { in: counts.in, going: counts.going },
    };
  }
}

export class NewDoorLinkView {
  link!: DoorLinkView;
  url!: string;
  /** To be said aloud; it is told this once. */
  code!: string;

  static of({ link, url, code }: { link: DoorLink; url: string; code: string }): NewDoorLinkView {
    return { link: DoorLinkView.of(link), url, code };
  }
}
