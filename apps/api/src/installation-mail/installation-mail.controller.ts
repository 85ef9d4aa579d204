import type { Once } from '#libs/domain';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  MailHealthView,
  MailRecordsView,
  MailTestStartedView,
  MailTestView,
} from './installation-mail.dto.ts';
import { InstallationMailService } from './installation-mail.service.ts';

const runners =
  'no organization owns the post: the service lets in whoever runs the installation, and nobody else';

/** The post of the whole installation, for the owners of its oldest organization. */
@Controller('api/v1/installation/mail')
export class InstallationMailController {
  constructor(private readonly mail: InstallationMailService) {}

  /** Whether the worker lives, what waits, and what became of the last day's mails. No addresses. */
  @Get()
  @SignedIn(runners)
  async health(@Viewing() { personId }: Viewer): Promise<MailHealthView> {
    return MailHealthView.of(await this.mail.health(personId));
  }

  /** The SPF, DKIM and DMARC records of what the worker sends with, looked up now. */
  @Get('records')
  @SignedIn(runners)
  async records(@Viewing() { personId }: Viewer): Promise<MailRecordsView> {
    return MailRecordsView.of(await this.mail.records(personId));
  }

  /** Queues a mail to whoever asks, the way that every mail goes; what becomes of it is read below. */
  @Post('tests')
  @HttpCode(202)
  @SignedIn(runners)
  async send(@Viewing() viewer: Viewer, @Keyed() once: Once | undefined): Promise<MailTestStartedView> {
    return { id: await this.mail.sendTest(viewer, once) };
  }

  @Get('tests/:testId')
  @SignedIn(runners)
  async test(@Viewing() { personId }: Viewer, @IdParam('testId') testId: string): Promise<MailTestView> {
    return MailTestView.of(await this.mail.test(personId, testId));
  }
}
