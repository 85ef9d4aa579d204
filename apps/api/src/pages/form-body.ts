import { DomainError } from '#libs/domain';
import type { FieldFault } from './layout.tsx';

/** A posted form: texts by field name, or several of one name. The form token is checked and gone. */
export type FormBody = Record<string, unknown>;

/** What was typed into a field; '' when nothing was, or when it was sent twice. */
export function typed(body: FormBody | undefined, field: string): string {
  const value = body?.[field];
  return typeof value === 'string' ? value : '';
}

/** The faults of a refusal by field, for a form that comes back with what was typed; anything else is thrown on. */
export function faultsOf(error: unknown): FieldFault[] {
  if (!(error instanceof DomainError) || error.shapes.length === 0) throw error;
  return error.shapes.map(({ pointer, detail }) => ({ field: pointer.slice(1), detail }));
}
