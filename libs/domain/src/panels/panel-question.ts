import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';

/** Of one person at one panel. */
export const mostOpenQuestions = 5;

/** Whether it counts among those that one person may have: hidden ones too, or hiding would make room for more. */
export const waits = ({ state }: Pick<PanelQuestion, 'state'>): boolean =>
  state === 'open' || state === 'hidden';

type Methods =
  'isWaiting' | 'answer' | 'reopen' | 'hide' | 'show' | 'mergeInto' | 'unmerge' | 'refuseUnlessOpen';

/** What somebody in the audience asks a panel, before it or during it. */
@Entity('panel_questions')
export class PanelQuestion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') panelId!: string;
  /** Null: asked without a name by somebody who has left, or long ago. */
  @Column('uuid', { nullable: true }) attendeeId!: string | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** Whom it is for; null: anybody on the panel. */
  @Column('uuid', { nullable: true }) forId!: string | null;
  /** Whether the room reads who asks. */
  @Column('boolean') named!: boolean;
  @Column('varchar', { length: 300 }) text!: string;
  @Column('varchar', { length: 8 }) state!: 'open' | 'answered' | 'hidden' | 'merged';
  @Column('boolean') starred!: boolean;
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;

  static of(
    row: Omit<PanelQuestion, 'state' | 'starred' | 'mergedInto' | 'answeredAt' | Methods>,
  ): PanelQuestion {
    const asked = { state: 'open', starred: false, mergedInto: null, answeredAt: null };
    return Object.assign(new PanelQuestion(), row, asked);
  }

  get isWaiting(): boolean {
    return waits(this);
  }

  /** @throws DomainError question-not-open */
  answer(now: Date): void {
    if (this.state === 'answered') return;
    this.refuseUnlessOpen();
    this.state = 'answered';
    this.answeredAt = now;
  }

  /** Takes back that it was answered. */
  reopen(): void {
    if (this.state !== 'answered') return;
    this.state = 'open';
    this.answeredAt = null;
  }

  /** @throws DomainError question-not-open for one that stands beneath another */
  hide(): void {
    if (this.state === 'merged') throw new DomainError('question-not-open');
    this.state = 'hidden';
  }

  /** As it was before it was hidden. */
  show(): void {
    if (this.state === 'hidden') this.state = this.answeredAt === null ? 'open' : 'answered';
  }

  /**
   * From now on the other one stands for it.
   * @throws DomainError question-merge-circle, question-not-open
   */
  mergeInto(into: PanelQuestion, standsForInto: string): void {
    if (standsForInto === this.id) throw new DomainError('question-merge-circle');
    if (this.state === 'merged' && this.mergedInto === into.id) return;
    this.refuseUnlessOpen();
    if (into.state !== 'open' && into.state !== 'answered') throw new DomainError('question-not-open');
    this.state = 'merged';
    this.mergedInto = into.id;
  }

  unmerge(): void {
    if (this.state !== 'merged') return;
    this.state = 'open';
    this.mergedInto = null;
  }

  /** @throws DomainError question-not-open */
  refuseUnlessOpen(): void {
    if (this.state !== 'open') throw new DomainError('question-not-open');
  }
}

/** The question that stands for this one, through as many as were merged; itself, if none does. */
export function standsFor(questions: ReadonlyMap<string, PanelQuestion>, id: string): string {
  let standing = id;
  // No longer than there are questions: what was merged in a circle would never end.
  for (let steps = 0; steps < questions.size; steps += 1) {
    const question = questions.get(standing);
    if (question?.state !== 'merged' || question.mergedInto === null) break;
    standing = question.mergedInto;
  }
  return standing;
}
