import { critiqueNow } from '#libs/words';
import type { Now } from '../calls.ts';
import { Notice } from '../../phone/notice.tsx';
import { lostBy } from './situation.ts';

/** Works that were mine to hear and are not any more. */
export function Lost({ now }: { now: Now }) {
  return lostBy(now).map(({ assignmentId, title, state }) => (
    <Notice key={assignmentId}>
      <p>{state === 'missed' ? critiqueNow.decline.missed(title) : critiqueNow.decline.done(title)}</p>
    </Notice>
  ));
}
