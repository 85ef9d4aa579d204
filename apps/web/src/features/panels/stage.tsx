import { useQuery } from '@tanstack/react-query';
import { panelQuestions } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import type { PanelLive } from '../../panel-live/live.ts';
import { SpeakerTimer } from '../../panel-live/speaker-timer.tsx';
import { QrCode } from '../../phone/qr-code.tsx';
import { useAwake } from '../../phone/use-awake.ts';
import { useFollowed } from '../../phone/use-followed.ts';
import { eventQuery } from '../events/event-queries.ts';
import { panelCalls } from './panel-calls.ts';
import { clock, usePanelPath } from './use-panel-path.ts';
import styles from './stage.module.css';

const words = panelQuestions;

/** The screen behind the speakers: one question, whom it is for, and how long is left. Nothing to press. */
export function Stage() {
  const path = usePanelPath();
  const {
    data: live,
    error,
    isLive,
  } = useFollowed({
    queryKey: ['panel-stage', path],
    read: () => panelCalls.stage(path),
    stream: panelCalls.stageStream(path),
    event: 'panel',
    clock,
  });
  useTitle(live === undefined ? words.panel : words.stage.title(live.topic));
  useAwake();
  if (live === undefined)
    return (
      <div className={styles['stage']}>
        {error === null ? <Waiting /> : <Fault>{sentenceOf(error)}</Fault>}
      </div>
    );
  return (
    <div className={styles['stage']}>
      {live.current === null ? <Between live={live} /> : <Asked topic={live.topic} question={live.current} />}
      <SpeakerTimer timer={live.timer} clock={clock} styles={styles} />
      {!isLive && (
        <p role="status" className={styles['lost']}>
          {words.stage.lost}
        </p>
      )}
    </div>
  );
}

interface AskedProps {
  topic: string;
  question: NonNullable<PanelLive['current']>;
}

function Asked({ topic, question: { text, name, forName } }: AskedProps) {
  return (
    <div role="status" className={styles['asked']}>
      <h1 className="unseen">{topic}</h1>
      {forName !== null && <p className={styles['for']}>{words.forName(forName)}</p>}
      <p className={styles['question']} data-length={lengthOf(text)}>
        {text}
      </p>
      {name !== null && <p className={styles['by']}>{words.by(name)}</p>}
    </div>
  );
}

/** A wall is not scrolled: what is long is set smaller. */
function lengthOf(text: string): 'short' | 'middle' | 'long' | 'longest' {
  if (text.length <= 60) return 'short';
  if (text.length <= 120) return 'middle';
  return text.length <= 200 ? 'long' : 'longest';
}

/** No question is asked: what the panel is about, and how the room can ask. */
function Between({ live: { topic, state, questionsOpen } }: { live: PanelLive }) {
  return (
    <div className={styles['between']}>
      <div>
        <h1 className={styles['topic']} data-length={lengthOf(topic)}>
          {topic}
        </h1>
        {state === 'over' && <p className={styles['ask']}>{words.stage.over}</p>}
      </div>
      {state !== 'over' && questionsOpen && <HowToAsk />}
    </div>
  );
}

function HowToAsk() {
  const { data: event } = useQuery(eventQuery(usePanelPath()));
  return (
    <div className={styles['how']}>
      {event !== undefined && (
        <div className={styles['code']}>
          <QrCode text={`${window.location.origin}/e/${event.slug}`} label={words.stage.qr} />
        </div>
      )}
      <p className={styles['ask']}>{words.stage.ask}</p>
      <p className={styles['by']}>{words.stage.askText}</p>
    </div>
  );
}
