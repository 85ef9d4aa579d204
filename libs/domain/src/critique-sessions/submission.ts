import { words } from '#libs/words';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError, type ShapeError } from '../errors.ts';
import { normaliseEmail } from '../people/email.ts';
import { isWebLink } from './web-link.ts';

export type Medium = 'audio' | 'video' | 'text' | 'link';
export type SubmissionState = 'draft' | 'submitted' | 'accepted' | 'waitlisted' | 'withdrawn' | 'heard';

/** The database keeps them too (migration 0017). */
export const workBounds = {
  title: 120,
  link: 500,
  question: 200,
  wants: 300,
  avoid: 300,
  notes: 1000,
  topics: 3,
  topic: 40,
  coAuthors: 3,
} as const;

/** What the author says of their work. It comes as a file or behind a link, never both. */
export type WorkTexts = Pick<
  Submission,
  | 'title'
  | 'link'
  | 'question'
  | 'wants'
  | 'avoid'
  | 'notes'
  | 'topics'
  | 'opinions'
  | 'coAuthors'
  | 'previousId'
>;

/** What a work comes as, once its file has arrived. */
export type WorkSource = Pick<Submission, 'fileId' | 'medium' | 'lengthSeconds'>;

/** A work that its author brings to a critique session; one a person and session. */
@Entity('submissions')
export class Submission {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') critiqueSessionId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 10 }) state!: SubmissionState;
  @Column('varchar', { length: 120 }) title!: string;
  @Column('varchar', { length: 5, nullable: true }) medium!: Medium | null;
  @Column('varchar', { length: 500, nullable: true }) link!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('int', { nullable: true }) lengthSeconds!: number | null;
  @Column('varchar', { length: 200 }) question!: string;
  @Column('varchar', { length: 300 }) wants!: string;
  @Column('varchar', { length: 300 }) avoid!: string;
  @Column('varchar', { length: 1000 }) notes!: string;
  @Column('varchar', { length: 40, array: true }) topics!: string[];
  /** Whether critics may say what they think of it. */
  @Column('boolean') opinions!: boolean;
  /** Addresses of those who made it too: they do not hear it as critics. */
  @Column('varchar', { length: 254, array: true }) coAuthors!: string[];
  @Column('uuid', { nullable: true }) previousId!: string | null;
  @Column('boolean') keepsFile!: boolean;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** In the order of the plan, from 1. */
  @Column('int', { nullable: true }) place!: number | null;
  @Column('timestamptz', { nullable: true }) heardAt!: Date | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** Whether it waits to be heard, or will be. */
  get isIn(): boolean {
    return this.state === 'submitted' || this.state === 'accepted' || this.state === 'waitlisted';
  }

  /**
   * Keeps what was typed. A draft may be as unfinished as it is; what was submitted stays whole.
   * @throws DomainError changed-meanwhile, critique-work-unfinished with pointers; critique-work-planned where the plan was
   * made from what would change
   */
  write(texts: WorkTexts, source: WorkSource, seen: number): void {
    if (this.version !== seen) throw new DomainError('changed-meanwhile');
    const next = { ...texts, ...source, coAuthors: [...new Set(texts.coAuthors.map(asKept))] };
    if (this.state === 'accepted' || this.state === 'waitlisted') refuseToUnplan(this, next);
    Object.assign(this, next);
    if (this.state === 'withdrawn') this.state = 'draft';
    if (this.isIn) this.refuseUnlessWhole();
    this.version += 1;
  }

  /**
   * Brings it. Again, it stays where it is.
   * @param waits the plan is made already: it joins the end of the waitlist, at this place
   * @throws DomainError critique-work-unfinished with pointers
   */
  submit(now: Date, waits: number | null): void {
    if (this.isIn) return;
    this.refuseUnlessWhole();
    this.state = waits === null ? 'submitted' : 'waitlisted';
    this.place = waits;
    this.submittedAt = now;
    this.version += 1;
  }

  /** Takes it back, from a draft as well; its file goes with it. @throws DomainError critique-work-heard */
  withdraw(): void {
    if (this.state === 'heard') throw new DomainError('critique-work-heard');
    if (this.state === 'withdrawn') return;
    this.state = 'withdrawn';
    this.place = null;
    this.submittedAt = null;
    this.fileId = null;
    if (this.link === null) this.medium = null;
    this.version += 1;
  }

  private refuseUnlessWhole(): void {
    const faults = faultsOf(this);
    if (faults.length > 0) throw new DomainError('critique-work-unfinished', faults);
  }
}

/** As people are known by; what is no address yet stays as it was typed, for the draft. */
const asKept = (typed: string): string => normaliseEmail(typed) ?? typed;

/** Who hears whom was drawn from these. */
function refuseToUnplan(planned: Submission, next: WorkTexts): void {
  const changed = (['topics', 'coAuthors'] as const).filter(
    (field) => JSON.stringify(planned[field]) !== JSON.stringify(next[field]),
  );
  if (changed.length === 0) return;
  const detail = words.problems['critique-work-planned'];
  throw new DomainError(
    'critique-work-planned',
    changed.map((field) => ({ pointer: `/${field}`, detail })),
  );
}

/** What is missing or wrong before it can be brought. */
function faultsOf({ title, question, link, fileId, coAuthors }: Submission): ShapeError[] {
  const { faults } = words.critiqueWork;
  return [
    ...(title === '' ? [{ pointer: '/title', detail: faults.title }] : []),
    ...(question === '' ? [{ pointer: '/question', detail: faults.question }] : []),
    ...(link === null && fileId === null ? [{ pointer: '/fileId', detail: faults.source }] : []),
    ...(link !== null && !isWebLink(link) ? [{ pointer: '/link', detail: faults.link }] : []),
    ...coAuthors.flatMap((address, place) =>
      normaliseEmail(address) === null
        ? [{ pointer: `/coAuthors/${String(place)}`, detail: words.problems['address-unusable'] }]
        : [],
    ),
  ];
}
