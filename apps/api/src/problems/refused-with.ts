import { DomainError } from '#libs/domain';

/** A refusal that brings what it is about as it stands now, so that nobody has to ask again to see what changed. */
export class RefusedWith extends DomainError {
  /** @param current a view */
  constructor(
    { code, shapes }: DomainError,
    readonly current: object,
  ) {
    super(code, shapes);
  }
}
