import { app } from '#libs/words';
import type { EventInput } from '../../lib/shapes.ts';
import { localDayAndMinute } from '../../lib/times.ts';

type Rules = Pick<
  EventInput,
  | 'registration'
  | 'approval'
  | 'opensLocal'
  | 'closesLocal'
  | 'plusOnes'
  | 'waitlist'
  | 'waitlistOpen'
  | 'offerHours'
>;

/** Who can come in one line: "Open to everybody · no approval · waitlist moves up by itself". */
export function rulesSummary(rules: Rules): string {
  const words = app.events.rules.summary;
  const { opensLocal, closesLocal, plusOnes } = rules;
  const parts = [
    words.registration[rules.registration],
    rules.approval ? words.approval : words.noApproval,
    opensLocal !== null && words.opens(localDayAndMinute(opensLocal)),
    closesLocal !== null && words.closes(localDayAndMinute(closesLocal)),
    plusOnes > 0 && words.plusOnes(plusOnes),
    waitlistSummary(rules),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

function waitlistSummary({ waitlist, waitlistOpen, offerHours }: Rules): string {
  const words = app.events.rules.summary;
  if (!waitlistOpen) return words.closed;
  return waitlist === 'automatic' ? words.automatic : words.offer(offerHours);
}
