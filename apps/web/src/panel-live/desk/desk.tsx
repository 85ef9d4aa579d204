import { panelQuestions } from '#libs/words';
import { Notice } from '../../phone/notice.tsx';
import { SpeakerTimer } from '../speaker-timer.tsx';
import { OnScreen } from './on-screen.tsx';
import { PanelActs } from './panel-acts.tsx';
import { PutAway } from './put-away.tsx';
import { queueOf } from './queue.ts';
import { TimerActs } from './timer-acts.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import type { Desk as DeskProps } from './use-desk.ts';
import { Waiting } from './waiting.tsx';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

/** Everything that moderates a panel: the same on a phone and in the app of the staff. */
export function Desk({ desk, isLive }: { desk: DeskProps; isLive: boolean }) {
  const { view, clock, justHidden, fault } = desk;
  const queue = queueOf(view, justHidden);
  useDeskKeys(desk, queue);
  // Once it is on, nobody begins or ends it by mistake: the questions come first.
  const isAhead = view.state === 'planned';
  return (
    <div className={styles['desk']}>
      <p role="status" className={styles['connection']} data-live={isLive}>
        {isLive ? words.live : words.lost}
      </p>
      {isAhead && <PanelActs desk={desk} />}
      {fault !== null && (
        <Notice fault>
          <p>{fault}</p>
        </Notice>
      )}
      <section aria-label={panelQuestions.timer.label} className={styles['timer']}>
        <SpeakerTimer timer={view.timer} clock={clock} />
        <TimerActs desk={desk} />
      </section>
      <OnScreen desk={desk} question={queue.onScreen} />
      <Waiting desk={desk} questions={queue.waiting} />
      <PutAway
        desk={desk}
        questions={queue.answered}
        title={words.answeredList(queue.answered.length)}
        back="reopen"
      />
      <PutAway
        desk={desk}
        questions={queue.hidden}
        title={words.hiddenList(queue.hidden.length)}
        back="show"
      />
      {!isAhead && <PanelActs desk={desk} />}
    </div>
  );
}
