import { panelQuestions } from '#libs/words';
import { figures } from '../phone/figures.ts';
import type { ServerClock } from '../phone/server-clock.ts';
import type { Timer } from './live.ts';
import { type TimerMoment, shownSeconds } from './timer.ts';
import { useTimer } from './use-timer.ts';
import own from './speaker-timer.module.css';

const words = panelQuestions.timer;

interface Props {
  timer: Timer | null;
  clock: ServerClock;
  /** Classes of a screen that sets it otherwise. */
  styles?: Readonly<Record<string, string>>;
}

/** What is left of the speaker's time: figures, a word and a shape, so that no colour alone tells it. */
export function SpeakerTimer({ timer, clock, styles = own }: Props) {
  const moment = useTimer(timer, clock);
  if (moment === null) return null;
  const seconds = shownSeconds(moment);
  const isPast = moment.remainingMs <= 0;
  return (
    <div className={styles['timer']} data-state={moment.state}>
      {/* Said when it changes; the seconds are for whoever asks. */}
      <p role="status" className={styles['state']}>
        <Shape state={moment.state} className={styles['shape']} />
        {words.states[moment.state]}
      </p>
      <p
        role="timer"
        aria-label={`${words.label}: ${isPast ? words.past(seconds) : words.left(seconds)}`}
        className={styles['figures']}
      >
        {isPast && seconds > 0 ? `+${figures(seconds * 1000)}` : figures(seconds * 1000)}
      </p>
    </div>
  );
}

const shapes: Record<TimerMoment['state'], string> = {
  // A disc, a triangle, a square, and two bars.
  calm: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  soon: 'M8 1 15.5 15H.5Z',
  over: 'M1 1h14v14H1Z',
  paused: 'M2 1h4.5v14H2ZM9.5 1H14v14H9.5Z',
};

function Shape({ state, className }: { state: TimerMoment['state']; className: string | undefined }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={className}>
      <path d={shapes[state]} />
    </svg>
  );
}
