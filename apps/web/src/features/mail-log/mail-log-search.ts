/** What the log is narrowed to, in its address, so that it can be linked to and found again. */
export interface MailLogSearch {
  kind?: string;
  fate?: string;
  event?: string;
  person?: string;
}

const names = ['kind', 'fate', 'event', 'person'] as const;

export const mailLogSearch = (search: Record<string, unknown>): MailLogSearch =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
