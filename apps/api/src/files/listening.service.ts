import {
  Database,
  type FileTicket,
  type FileViewer,
  type Keys,
  type Reader,
  fileTicket,
  mayHear,
  readFileTicket,
} from '#libs/database';
import {
  DomainError,
  type Member,
  type Scope,
  type StoredFile,
  Submission,
  found,
  inOrganization,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import { Settings } from '../settings.ts';

type WorkOfSession = Record<'id' | 'critiqueSessionId', string>;
type WorkIds = WorkOfSession & Record<'organizationId' | 'eventId', string>;

/** Who follows a link: whose session it is, and which browser; a link of staff opens for that person alone. */
export interface Follower {
  signedIn: string | undefined;
  browser: Buffer | null;
}

export interface Heard {
  file: StoredFile;
  url: string;
}

/** Links to works, each for one reader and a quarter of an hour; and whether such a link still opens. */
@Injectable()
export class ListeningService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /**
   * @param browser the hash of the mark of the browser that asks; the link opens in no other
   * @throws DomainError not-found for whoever may not hear it
   */
  forAttendee(key: CritiqueKey, work: WorkOfSession, browser: Buffer): Promise<Heard> {
    const { organizationId, eventId, personId } = key;
    const where = { ...work, organizationId, eventId };
    return this.linkTo(key.scope, where, { kind: 'attendee', personId }, browser);
  }

  /** The same for staff. @throws DomainError not-found for whoever may not hear it */
  forStaff(member: Member, eventId: string, work: WorkOfSession, browser: Buffer): Promise<Heard> {
    const { organizationId, personId } = member;
    const where = { ...work, organizationId, eventId };
    const scope = inOrganization(organizationId, member.actor);
    return this.linkTo(scope, where, { kind: 'staff', personId }, browser);
  }

  /**
   * The file behind a link, for whoever the link is of and where they asked for it, if they still may.
   * @throws DomainError not-found, whatever is wrong
   */
  async open(fileId: string, text: string, { signedIn, browser }: Follower): Promise<StoredFile> {
    if (browser === null) throw new DomainError('not-found');
    const ticket = await this.db.read({ kind: 'installation' }, (reader) =>
      readFileTicket(reader, this.keys, { fileId, browser }, text),
    );
    if (ticket === null || (ticket.kind === 'staff' && ticket.personId !== signedIn))
      throw new DomainError('not-found');
    const { organizationId, personId } = ticket;
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    return found(
      await this.db.read(scope, (reader) => mayHear(reader, { id: fileId, organizationId }, ticket)),
    );
  }

  private linkTo(scope: Scope, where: WorkIds, viewer: FileViewer, browser: Buffer): Promise<Heard> {
    const { organizationId } = where;
    return this.db.read(scope, async (reader: Reader) => {
      const { fileId } = found(await reader.one(Submission, where));
      const file = fileId && (await mayHear(reader, { id: fileId, organizationId }, viewer));
      if (!file) throw new DomainError('not-found');
      const ticket: FileTicket = { ...viewer, organizationId };
      const place = { fileId: file.id, browser };
      return { file, url: `/api/v1/files/${file.id}/${await fileTicket(reader, this.keys, place, ticket)}` };
    });
  }
}
