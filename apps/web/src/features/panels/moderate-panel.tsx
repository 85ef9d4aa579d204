import { Link, useParams } from '@tanstack/react-router';
import { panelQuestions } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import { Desk } from '../../panel-live/desk/desk.tsx';
import { PressProvider } from '../../panel-live/desk/press.tsx';
import { useDesk } from '../../panel-live/desk/use-desk.ts';
import { useAwake } from '../../phone/use-awake.ts';
import { panelCalls } from './panel-calls.ts';
import { StaffPress } from './staff-press.tsx';
import { clock, usePanelPath } from './use-panel-path.ts';
import styles from './moderate-panel.module.css';

const words = panelQuestions.moderate;

/** The questions of one panel for the staff: the same as on the phone of its moderator. */
export function ModeratePanel() {
  const path = usePanelPath();
  const {
    data: view,
    error,
    isLive,
    ...desk
  } = useDesk(
    {
      queryKey: ['panel-moderation', path],
      read: () => panelCalls.moderation(path),
      stream: panelCalls.moderationStream(path),
      act: (body) => panelCalls.moderate(path, body),
    },
    clock,
  );
  useTitle(view === undefined ? panelQuestions.panel : words.title(view.topic));
  useAwake();
  if (view === undefined) return error === null ? <Waiting /> : <Fault>{sentenceOf(error)}</Fault>;
  return (
    <PressProvider value={StaffPress}>
      <section aria-labelledby="panel-title">
        <header className={styles['head']}>
          <h2 id="panel-title">{view.topic}</h2>
          <OtherScreens />
        </header>
        <div className={styles['desk']}>
          <Desk desk={{ ...desk, view, clock }} isLive={isLive} />
        </div>
      </section>
    </PressProvider>
  );
}

function OtherScreens() {
  const { slug = '', eventId = '', panelId = '' } = useParams({ strict: false });
  return (
    <p className={styles['others']}>
      <Link
        to="/$slug/events/$eventId/panels/$panelId/stage"
        params={{ slug, eventId, panelId }}
        target="_blank"
      >
        {words.stage}
      </Link>
    </p>
  );
}
