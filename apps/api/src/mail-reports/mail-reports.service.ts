import {
  Database,
  type ReportOutcome,
  complaintAlarm,
  idOfMessage,
  mailOf,
  takeBounce,
  takeReport,
} from '#libs/database';
import { DomainError, everyOrganization } from '#libs/domain';
import { reportOf, severityOf } from '#libs/mail-reports';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { MailReportInput } from './mail-reports.dto.ts';

/** What a mail provider tells by itself, once its signature is proven. */
@Injectable()
export class MailReportsService {
  private readonly log = new Logger('mail-reports');

  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Each by itself: one that fails leaves the others as they are, and all may be sent again. */
  async takeAll(events: readonly MailReportInput[]): Promise<ReportOutcome[]> {
    const outcomes: ReportOutcome[] = [];
    for (const event of events) outcomes.push(await this.takeEvent(event));
    await this.warnOf(outcomes);
    return outcomes;
  }

  /** @throws DomainError not-well-formed for a message that is no report */
  async takeMessage(bytes: Uint8Array): Promise<ReportOutcome[]> {
    const report = reportOf(bytes);
    if (report === null) throw new DomainError('not-well-formed');
    const { keys } = this.settings.config;
    const outcomes = [await this.db.write(everyOrganization, (tx) => takeReport(tx, keys, report))];
    await this.warnOf(outcomes);
    return outcomes;
  }

  private takeEvent({ type, returnPath, messageId, status }: MailReportInput): Promise<ReportOutcome> {
    const { keys } = this.settings.config;
    const mailId = returnPath === undefined ? idOfMessage(messageId ?? '') : mailOf(keys, [returnPath]);
    if (mailId === null) return Promise.resolve('forged');
    const kind = type === 'complaint' ? type : (severityOf(status ?? '') ?? 'soft');
    return this.db.write(everyOrganization, (tx) => takeBounce(tx, keys, mailId, kind));
  }

  private async warnOf(outcomes: readonly ReportOutcome[]): Promise<void> {
    if (!outcomes.includes('complaint')) return;
    const alarm = await this.db.read(everyOrganization, complaintAlarm);
    if (alarm !== null) this.log.warn({ ...alarm, msg: 'too many readers call our mail spam' });
  }
}
