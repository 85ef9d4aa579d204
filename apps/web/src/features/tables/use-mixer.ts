import { useEventPath } from '../../app/me.ts';
import type { EventPath } from '../../lib/api.ts';
import { ServerClock } from '../../phone/server-clock.ts';
import { useFollowed } from '../../phone/use-followed.ts';
import { type Mixer, tableCalls } from './table-calls.ts';

/** One clock for the whole page: every message sets it right. */
export const clock = new ServerClock();

export const mixerKey = ({ eventId }: EventPath) => ['mixer', eventId] as const;

/** The tables at this moment while the page is looked at, and whether changes still come by themselves. */
export function useMixer() {
  const path = useEventPath();
  return useFollowed<Mixer>({
    queryKey: mixerKey(path),
    read: () => tableCalls.read(path),
    stream: tableCalls.live(path),
    event: 'mixer',
    clock,
  });
}
