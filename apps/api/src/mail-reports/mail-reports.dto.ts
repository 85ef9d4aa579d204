import type { ReportOutcome } from '#libs/database';
import { ApiProperty } from '@nestjs/swagger';
import { ListOf, OneOf, OptionalLine } from '../problems/shapes.ts';

export const reportTypes = ['bounce', 'complaint'] as const;

const outcomes = [
  'hard',
  'soft',
  'policy',
  'complaint',
  'known',
  'forged',
  'too-old',
] as const satisfies readonly ReportOutcome[];

export class MailReportInput {
  @OneOf(reportTypes) type!: (typeof reportTypes)[number];
  /** The envelope sender of the mail: "b-…@your.domain". */
  @OptionalLine(320) returnPath?: string;
  /** Its Message-ID, where the return path is not known. */
  @OptionalLine(320) messageId?: string;
  /** Of a bounce, the enhanced status code "5.1.1" (RFC 3463); without one it counts as soft. */
  @OptionalLine(20) status?: string;
}

export class MailReportsInput {
  @ListOf(() => MailReportInput, 200) events!: MailReportInput[];
}

export class MailReportsView {
  /**
   * What came of each, in the order they were sent: what is known of its mail now, `known` when it told nothing new, `forged`
   * when it names no mail of ours, `too-old` when the address of its mail is not kept any more.
   */
  @ApiProperty({ enum: outcomes, isArray: true })
  outcomes!: ReportOutcome[];
}
