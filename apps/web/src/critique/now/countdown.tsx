import { critiqueNow } from '#libs/words';
import { figures } from '../../phone/figures.ts';
import type { Now, Phase, Slot } from '../calls.ts';
import type { Moment } from './clock.ts';
import styles from './countdown.module.css';
import { hasSeveralTables } from './situation.ts';

const words = critiqueNow.clock;

interface Props {
  now: Now;
  slot: Slot;
  moment: Moment;
  phase: Phase;
}

/** The step of the slot and what is left of it. Said once a step, not each second. */
export function Countdown({ now, slot, moment, phase }: Props) {
  const isOver = moment.state === 'over';
  return (
    <header className={styles['clock']}>
      <p className="soft small">
        {[
          ...(hasSeveralTables(now) ? [words.table(slot.table)] : []),
          words.step(moment.index + 1, now.phases.length),
        ].join(' · ')}
      </p>
      <div className={styles['row']}>
        <div role="status">
          <h2>{isOver ? words.over : phase.label}</h2>
          <p className="soft">{isOver ? '' : speaksNow(phase, slot)}</p>
        </div>
        {!isOver && <Figures moment={moment} />}
      </div>
      <Steps phases={now.phases} moment={moment} />
    </header>
  );
}

function speaksNow({ speaks }: Phase, { role }: Slot): string {
  const isMe = (speaks === 'author' && role === 'author') || (speaks === 'critics' && role === 'critic');
  return isMe ? words.youSpeak : words.speaks[speaks];
}

function Figures({ moment: { state, remainingMs } }: { moment: Moment }) {
  const seconds = Math.ceil(remainingMs / 1000);
  const spoken = words.left(words.minutes(Math.floor(seconds / 60), seconds % 60));
  return (
    <div className={styles['left']}>
      {/* A timer is not read out by itself; whoever asks hears it. */}
      <p role="timer" aria-label={spoken} className={styles['figures']}>
        {figures(remainingMs)}
      </p>
      {state === 'paused' && <p className={styles['paused']}>{words.paused}</p>}
    </div>
  );
}

/** How far the slot is, each step as long as it takes. */
function Steps({ phases, moment }: { phases: readonly Phase[]; moment: Moment }) {
  const total = moment.elapsedMs + moment.remainingMs;
  return (
    <div aria-hidden="true" className={styles['steps']}>
      {phases.map(({ key, seconds }, at) => {
        const done =
          at < moment.index || moment.state === 'over'
            ? 1
            : at > moment.index || total === 0
              ? 0
              : moment.elapsedMs / total;
        return (
          <span key={`${key} ${at}`} className={styles['step']} style={{ flexGrow: seconds }}>
            <span className={styles['done']} style={{ width: `${Math.round(done * 1000) / 10}%` }} />
          </span>
        );
      })}
    </div>
  );
}
