import type { EventPath } from '../../lib/api.ts';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type EventMessage = Schemas['MessageView'];
export type MessageInput = Required<Schemas['MessageInput']>;
type MessageChange = Schemas['MessageChange'];
export type Segment = MessageInput['segment'];
export type WrittenKind = MessageInput['kind'];
export type PreviewInput = Required<Schemas['MessagePreviewInput']>;
export type LeftOut = Schemas['MessageLeftOut'];

interface MessagePath extends EventPath {
  messageId: string;
}

const event = '/api/v1/organizations/{organizationId}/events/{eventId}';
const messages = `${event}/messages` as const;
const message = `${messages}/{messageId}` as const;

/** What waits ten seconds still leaves when the page is closed. */
const keepalive = true;

/** What an organizer's screens of messages ask and do. */
export const messageCalls = {
  list: (path: EventPath) => answer(client.GET(messages, { params: { path } })),
  add: (path: EventPath, body: Schemas['MessageInput']) =>
    answer(client.POST(messages, { params: { path }, body })),
  change: (path: MessagePath, body: MessageChange) =>
    answer(client.PATCH(message, { params: { path }, body })),
  remove: (path: MessagePath) => answer(client.DELETE(message, { params: { path }, keepalive })),
  /** @param sendAt null: at once, or by the rule of the message */
  schedule: (path: MessagePath, sendAt: string | null) =>
    answer(client.POST(`${message}/schedule`, { params: { path }, body: { sendAt }, keepalive })),
  cancel: (path: MessagePath) => answer(client.POST(`${message}/cancel`, { params: { path } })),
  test: (path: MessagePath) => answer(client.POST(`${message}/test`, { params: { path } })),
  preview: (path: EventPath, body: PreviewInput) =>
    answer(client.POST(`${messages}/preview`, { params: { path }, body })),
  recipients: (path: EventPath, segment: Segment) =>
    answer(client.POST(`${messages}/recipients`, { params: { path }, body: { segment } })),
  toTell: (path: EventPath) => answer(client.GET(`${event}/tell`, { params: { path } })),
  tell: (path: EventPath, body: { revision: number; note: string }) =>
    answer(client.POST(`${event}/tell`, { params: { path }, body, keepalive })),
};
