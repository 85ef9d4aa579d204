import { eveningPage, panelQuestions } from '#libs/words';
import { minuteOf } from '../../lib/times.ts';
import { SpeakerTimer } from '../../panel-live/speaker-timer.tsx';
import type { PanelLive } from '../../panel-live/live.ts';
import { Notice } from '../../phone/notice.tsx';
import { useOnline } from '../../phone/use-online.ts';
import type { EveningPanel, SectionProps } from '../calls.ts';
import { Failure } from '../parts/failure.tsx';
import { panelAt } from '../parts/place.ts';
import { Ask } from './ask.tsx';
import { Current } from './current.tsx';
import { Own } from './own.tsx';
import { PanelChoice } from './panel-choice.tsx';
import { QuestionList } from './question-list.tsx';
import { clock, useMine, usePanelLive } from './use-questions.ts';
import styles from './questions.module.css';

const words = panelQuestions;

/** What the room asks a panel: ask, vote, and see what is asked on stage. */
export function Questions({ token, evening, panelId }: SectionProps & { panelId: string | null }) {
  const panel = panelAt(evening.panels, panelId);
  if (panel === undefined) return null;
  return (
    <>
      <PanelChoice section="questions" panels={evening.panels} chosen={panel} />
      <PanelQuestions key={panel.id} token={token} panel={panel} timeZone={evening.event.timeZone} />
    </>
  );
}

interface Props {
  token: string;
  panel: EveningPanel;
  timeZone: string;
}

function PanelQuestions({ token, panel, timeZone }: Props) {
  const { data: live, error, refetch, isLive } = usePanelLive(token, panel.id);
  const mine = useMine(token, panel.id, live);
  if (live === undefined) {
    if (error !== null) return <Failure error={error} again={() => void refetch()} />;
    return <p role="status">{eveningPage.loading}</p>;
  }
  return (
    <>
      <header className={styles['head']}>
        <h2>{live.topic}</h2>
        <p className="soft">{whenOf(live, panel, timeZone)}</p>
      </header>
      <Lost isLive={isLive} />
      <SpeakerTimer timer={live.timer} clock={clock} />
      {live.current !== null && <Current question={live.current} />}
      <Asking token={token} live={live} left={mine.data?.left ?? null} />
      <QuestionList token={token} live={live} mine={mine.data} />
      {mine.data !== undefined && <Own token={token} panelId={live.id} mine={mine.data} />}
    </>
  );
}

function whenOf(live: PanelLive, { room, startsAt }: EveningPanel, timeZone: string): string {
  const planned =
    startsAt === null ? words.when.plannedUntimed : words.when.planned(minuteOf(startsAt, timeZone));
  const when = live.state === 'planned' ? planned : words.when[live.state];
  const already = live.state === 'planned' && live.questionsOpen ? words.askAlready : '';
  return [when, room === '' ? '' : words.room(room), already].filter(Boolean).join(' ');
}

function Lost({ isLive }: { isLive: boolean }) {
  const isOnline = useOnline();
  // Without a network the page says so already.
  if (isLive || !isOnline) return null;
  return (
    <Notice>
      <p>{eveningPage.lost}</p>
    </Notice>
  );
}

function Asking({ token, live, left }: { token: string; live: PanelLive; left: number | null }) {
  if (live.state === 'over')
    return (
      <Notice>
        <p>
          <strong>{words.closed}.</strong> {words.closedText}
        </p>
      </Notice>
    );
  if (!live.questionsOpen)
    return (
      <Notice>
        <p>{words.askClosed}</p>
      </Notice>
    );
  return <Ask token={token} panelId={live.id} people={live.people} left={left} />;
}
