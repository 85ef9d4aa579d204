import type { EventMessage } from './message-calls.ts';

export type GroupName = 'leaving' | 'drafts' | 'sent' | 'stopped';

const groupOf: Record<EventMessage['state'], GroupName> = {
  scheduled: 'leaving',
  sending: 'leaving',
  draft: 'drafts',
  sent: 'sent',
  cancelled: 'stopped',
};

/** By what leaves next; what has left stands with the last first. Empty groups are left out. */
export function groupsOf(messages: readonly EventMessage[]): [GroupName, EventMessage[]][] {
  const groups: [GroupName, EventMessage[]][] = (['leaving', 'drafts', 'sent', 'stopped'] as const).map(
    (name) => [name, messages.filter(({ state }) => groupOf[state] === name)],
  );
  for (const [name, group] of groups)
    group.sort((a, b) => (name === 'leaving' ? momentOf(a) - momentOf(b) : momentOf(b) - momentOf(a)));
  return groups.filter(([, group]) => group.length > 0);
}

/** What has no moment, as a draft, keeps the order it came in. */
const momentOf = ({ sentAt, dueAt }: EventMessage): number => Date.parse(sentAt ?? dueAt ?? '1970-01-01');
