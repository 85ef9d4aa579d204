import type { PauseReason } from '#libs/database';
import {
  type MailTest,
  type RecordCheck,
  type RecordState,
  type TestState,
  type Verdict,
  recordStates,
  testStates,
  verdicts,
} from '#libs/mail-health';
import { ApiProperty } from '@nestjs/swagger';
import type { MailRecords } from './installation-mail.service.ts';
import type { Complaints, LastDay, MailHealth, Queue } from './mail-health.queries.ts';

export class WorkerSeenView {
  isAlive!: boolean;
  /** When a worker was last heard of; null: none runs. */
  seenAt!: string | null;
  secondsAgo!: number | null;
}

export class SendingPauseView {
  /** 'sign-in': the mail server does not take our name and password. */
  reason!: PauseReason;
  pausedAt!: string;
}

export class MailQueueView {
  /** Due, and not on their way. */
  waiting!: number;
  underWay!: number;
  oldestSeconds!: number | null;

  static of({ waiting, underWay, oldestSeconds }: Queue): MailQueueView {
    return { waiting, underWay, oldestSeconds };
  }
}

/** Mails that ended within 24 hours. */
export class MailDayView {
  sent!: number;
  failed!: number;
  /** Nobody knows whether they arrived. */
  unsure!: number;
  /** Stopped by their reader, or no longer true. */
  suppressed!: number;

  static of({ sent, failed, unsure, suppressed }: LastDay): MailDayView {
    return { sent, failed, unsure, suppressed };
  }
}

/** Of mails of the last 30 days. */
export class MailComplaintsView {
  /** How many readers called one junk. */
  count!: number;
  /** Two and more, and as many as one in a thousand. */
  isAlarming!: boolean;
  /** The names of organizations to whose mail the same applies, by itself. */
  organizations!: string[];

  static of({ count, isAlarming, organizations }: Complaints): MailComplaintsView {
    return { count, isAlarming, organizations };
  }
}

export class MailHealthView {
  /** Product time. */
  now!: string;
  worker!: WorkerSeenView;
  /** Null: mail leaves. */
  pause!: SendingPauseView | null;
  queue!: MailQueueView;
  lastDay!: MailDayView;
  complaints!: MailComplaintsView;
  /** How many addresses get no mail any more. */
  suppressed!: number;

  static of({ now, worker, pause, queue, lastDay, complaints, suppressed }: MailHealth): MailHealthView {
    const { isAlive, seenAt, secondsAgo } = worker;
    return {
      now: now.toISOString(),
      worker: { isAlive, seenAt: seenAt?.toISOString() ?? null, secondsAgo },
      pause: pause === null ? null : { reason: pause.reason, pausedAt: pause.pausedAt.toISOString() },
      queue: MailQueueView.of(queue),
      lastDay: MailDayView.of(lastDay),
      complaints: MailComplaintsView.of(complaints),
      suppressed,
    };
  }
}

export class MailRecordView {
  @ApiProperty({ enum: ['spf', 'dkim', 'dmarc'] }) record!: RecordCheck['record'];
  @ApiProperty({ enum: [...recordStates] }) state!: RecordState;
  /** Where the record stands, or would stand. */
  name!: string | null;
  found!: string | null;
  /** The whole record to put there. */
  add!: string | null;

  static of({ record, state, name, found, add }: RecordCheck): MailRecordView {
    return { record, state, name, found, add };
  }
}

export class MailRecordsView {
  /** The address mails come from; null: no worker has ever started. */
  mailFrom!: string | null;
  records!: MailRecordView[];

  static of({ sender, checks }: MailRecords): MailRecordsView {
    return { mailFrom: sender?.mailFrom ?? null, records: checks.map((check) => MailRecordView.of(check)) };
  }
}

export class MailTestStartedView {
  id!: string;
}

export class MailTestView {
  @ApiProperty({ enum: [...testStates] }) state!: TestState;
  /** The code that the delivery left. */
  outcome!: string | null;
  @ApiProperty({ enum: [...verdicts] }) verdict!: Verdict;

  static of({ state, outcome, verdict }: MailTest): MailTestView {
    return { state, outcome, verdict };
  }
}
