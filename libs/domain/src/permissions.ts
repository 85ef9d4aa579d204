export const roles = ['owner', 'editor', 'host', 'door'] as const;
export type Role = (typeof roles)[number];

/** Right → who has it. Read each line as a sentence: "an event may be edited by owner and editor". */
export const permissions = {
  'organization.read': ['owner', 'editor', 'host', 'door'],
  'organization.edit': ['owner'],
  'members.read': ['owner', 'editor'],
  'members.edit': ['owner'],
  'audience.read': ['owner', 'editor'],
  'audience.edit': ['owner', 'editor'],
  'event.read': ['owner', 'editor', 'host', 'door'],
  'event.create': ['owner', 'editor'],
  'event.edit': ['owner', 'editor'],
  'event.publish': ['owner', 'editor'],
  'messages.read': ['owner', 'editor', 'host'],
  'messages.edit': ['owner', 'editor'],
  'messages.send': ['owner', 'editor'],
  'guest-list.read': ['owner', 'editor', 'host', 'door'],
  'guest-list.edit': ['owner', 'editor', 'host'],
  'guest-list.export': ['owner', 'editor', 'host'],
  'guest-list.import': ['owner', 'editor', 'host'],
  'introductions.read': ['owner', 'editor', 'host'],
  'introductions.decide': ['owner', 'editor', 'host'],
  'critique.read': ['owner', 'editor', 'host'],
  'critique.edit': ['owner', 'editor'],
  'critique.run': ['owner', 'editor', 'host'],
  'panelists.read': ['owner', 'editor', 'host'],
  'panelists.edit': ['owner', 'editor'],
  'questions.moderate': ['owner', 'editor', 'host'],
  'mixer.read': ['owner', 'editor', 'host'],
  'mixer.run': ['owner', 'editor', 'host'],
  'check-in': ['owner', 'editor', 'host', 'door'],
  'door-links.edit': ['owner', 'editor', 'host'],
  'insights.read': ['owner', 'editor', 'host'],
  'synonyms.read': ['owner', 'editor', 'host'],
  'synonyms.edit': ['owner', 'editor'],
  'activity.read': ['owner', 'editor'],
  'mail-log.read': ['owner', 'editor'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof permissions;

export function may(role: Role, right: Right): boolean {
  return (permissions[right] as readonly Role[]).includes(role);
}
