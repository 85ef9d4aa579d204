import type { EventMessage } from './message-calls.ts';

type GroupName = 'leaving' | 'drafts' | 'sent' | 'stopped';

const groupOf: Record<EventMessage['state'], GroupName> = {
  scheduled: 'leaving',
  sending: 'leaving',
  draft: 'drafts',
  sent: 'sent',
  cancelled: 'stopped',
};

/**
 * By what leaves next; what has left stands with the last first. Empty groups are left out.
 * @param isAboutTo whether a message leaves within seconds, of which the api does not know yet
 */
export function groupsOf(
  messages: readonly EventMessage[],
  isAboutTo: (message: EventMessage) => boolean,
): [GroupName, EventMessage[]][] {
  const nameOf = (message: EventMessage): GroupName =>
    isAboutTo(message) ? 'leaving' : groupOf[message.state];
  const momentOf = (message: EventMessage): number =>
    isAboutTo(message) ? 0 : Date.parse(message.sentAt ?? message.dueAt ?? '1970-01-01');
  const groups: [GroupName, EventMessage[]][] = (['leaving', 'drafts', 'sent', 'stopped'] as const).map(
    (name) => [name, messages.filter((message) => nameOf(message) === name)],
  );
  // Drafts have no moment and keep the order they came in.
  for (const [name, group] of groups)
    group.sort((a, b) => (name === 'leaving' ? momentOf(a) - momentOf(b) : momentOf(b) - momentOf(a)));
  return groups.filter(([, group]) => group.length > 0);
}
