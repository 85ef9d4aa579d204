import {
  Database,
  type MailSender,
  type Reader,
  mailSender,
  recordApart,
  runsInstallation,
  spend,
} from '#libs/database';
import { DomainError, type Once, everyOrganization, found } from '#libs/domain';
import {
  type MailTest,
  type RecordCheck,
  type Resolver,
  checkRecords,
  postMailTest,
  readMailTest,
  senderFacts,
  systemResolver,
} from '#libs/mail-health';
import { Injectable } from '@nestjs/common';
import { type MailHealth, readMailHealth } from './mail-health.queries.ts';

/** Enough to try again after each change of the settings. */
const testsPerHour = 20;

/** The DNS as this machine sees it. */
@Injectable()
export class Dns {
  resolver: Resolver = systemResolver();
}

export interface MailRecords {
  sender: MailSender | null;
  checks: RecordCheck[];
}

/** How the post of the installation is; for whoever runs it (docs/decisions/0035). */
@Injectable()
export class InstallationMailService {
  constructor(
    private readonly db: Database,
    private readonly dns: Dns,
  ) {}

  /** @throws DomainError not-allowed for whoever does not run this installation */
  health(personId: string): Promise<MailHealth> {
    return this.look(personId, readMailHealth);
  }

  /** Asks the DNS, which takes up to some seconds. @throws as `health` */
  async records(personId: string): Promise<MailRecords> {
    const sender = await this.look(personId, mailSender);
    if (sender === null) return { sender, checks: [] };
    return { sender, checks: await checkRecords(senderFacts(sender), this.dns.resolver) };
  }

  /** One mail to themself, the way that every mail goes. @throws as `health`; too-many-requests */
  sendTest({ personId, email }: { personId: string; email: string }, once?: Once): Promise<string> {
    return this.db.write({ ...everyOrganization, once }, async (tx) => {
      await refuseUnlessRuns(tx, personId);
      if (!(await spend(tx, `mail-test:${personId}`, testsPerHour)))
        throw new DomainError('too-many-requests');
      const testId = await postMailTest(tx, email);
      await recordApart(tx, { kind: 'person', id: personId }, 'mail.tested', testId);
      return testId;
    });
  }

  /** @throws as `health`; not-found */
  test(personId: string, testId: string): Promise<MailTest> {
    return this.look(personId, async (reader) => found(await readMailTest(reader, testId)));
  }

  private look<Seen>(personId: string, work: (reader: Reader) => Promise<Seen>): Promise<Seen> {
    return this.db.read(everyOrganization, async (reader) => {
      await refuseUnlessRuns(reader, personId);
      return work(reader);
    });
  }
}

async function refuseUnlessRuns(reader: Reader, personId: string): Promise<void> {
  if (!(await runsInstallation(reader, personId))) throw new DomainError('not-allowed');
}
