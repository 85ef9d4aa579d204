import { useState } from 'react';
import { messagesApp } from '#libs/words';
import { useMe } from '../../app/me.ts';
import { say } from '../../lib/notes.ts';
import { useEvent } from '../events/event-queries.ts';
import type { MessageDraft } from './message-draft.ts';
import { instantOf } from './message-when.ts';
import { useReach } from './reach.tsx';
import { useLeaving } from './use-leaving.ts';
import { usePlaces } from './use-places.ts';
import type { Writing } from './use-writing.ts';

const words = messagesApp.form;
type Way = 'leave' | 'test';

/** The ways on from a message that is written; what is missing is said once somebody wants to go one. */
export function useSendOff({ draft, saved, act }: Writing) {
  const { now, person } = useMe();
  const { timeZone } = useEvent();
  const leaving = useLeaving();
  const { showList } = usePlaces();
  const count = useReach(draft.segment).data?.count;
  /** A new object for each time it was refused. */
  const [asked, setAsked] = useState<{ way: Way } | null>(null);
  const faultsOn = (way: Way): Record<string, string> => ({
    ...missingWords(draft),
    ...(way === 'leave' ? { ...momentFault(draft, now, timeZone), ...nobodyFault(draft, count) } : {}),
  });
  const go = (way: Way, then: Parameters<typeof act.mutate>[0]): void => {
    if (act.isPending) return;
    const isRefused = Object.keys(faultsOn(way)).length > 0;
    setAsked(isRefused ? { way } : null);
    if (!isRefused) act.mutate(then);
  };
  return {
    count,
    asked,
    faults: asked === null ? {} : faultsOn(asked.way),
    leave: (): void => {
      go('leave', async (stands) => {
        await leaving.send(stands, draft.leaves, count);
        await showList();
      });
    },
    test: (): void => {
      go('test', async (stands) => {
        await leaving.test(stands);
        say('done', words.tested(person?.email ?? ''));
      });
    },
    keep: (): void => {
      setAsked(null);
      act.mutate(async () => {
        say('done', saved?.state === 'scheduled' ? words.saved : words.kept);
        await showList();
      });
    },
  };
}

export type SendOff = ReturnType<typeof useSendOff>;

const missingWords = ({ subject, text }: MessageDraft): Record<string, string> => ({
  ...(subject.trim() === '' ? { subject: words.subjectNeeded } : {}),
  ...(text.trim() === '' ? { text: words.textNeeded } : {}),
});

function momentFault({ leaves }: MessageDraft, now: string, timeZone: string): Record<string, string> {
  if (leaves.by !== 'moment') return {};
  if (leaves.local === '') return { sendAt: words.momentNeeded };
  return Date.parse(instantOf(leaves.local, timeZone)) < Date.parse(now) ? { sendAt: words.late } : {};
}

/** What leaves later may find somebody by then. */
const nobodyFault = ({ leaves, segment }: MessageDraft, count: number | undefined): Record<string, string> =>
  segment.status.length === 0 || (leaves.by === 'now' && count === 0) ? { nobody: words.nobody } : {};
