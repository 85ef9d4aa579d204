import { eveningPage, panelQuestions } from '#libs/words';
import { Desk } from '../../panel-live/desk/desk.tsx';
import { PressProvider } from '../../panel-live/desk/press.tsx';
import { useDesk } from '../../panel-live/desk/use-desk.ts';
import { useAwake } from '../../phone/use-awake.ts';
import { type SectionProps, calls } from '../calls.ts';
import { Failure } from '../parts/failure.tsx';
import { panelAt } from '../parts/place.ts';
import { PanelChoice } from './panel-choice.tsx';
import { PhonePress } from './phone-press.tsx';
import { clock } from './use-questions.ts';
import styles from './questions.module.css';

/** For the moderator of a panel: what the room asks, what stands on the screen, and how long is left. */
export function Moderate({ token, evening, panelId }: SectionProps & { panelId: string | null }) {
  const own = evening.panels.filter(({ moderates }) => moderates);
  const panel = panelAt(own, panelId);
  if (panel === undefined) return null;
  return (
    <>
      <PanelChoice section="moderate" panels={own} chosen={panel} />
      <OwnPanel key={panel.id} token={token} panelId={panel.id} />
    </>
  );
}

function OwnPanel({ token, panelId }: { token: string; panelId: string }) {
  useAwake();
  const {
    data: view,
    error,
    refetch,
    isLive,
    ...desk
  } = useDesk(
    {
      queryKey: ['evening-moderation', token, panelId],
      read: () => calls.moderation(token, panelId),
      stream: calls.moderationStream(token, panelId),
      act: (body) => calls.moderate(token, panelId, body),
    },
    clock,
  );
  if (view === undefined) {
    if (error !== null) return <Failure error={error} again={() => void refetch()} />;
    return <p role="status">{eveningPage.loading}</p>;
  }
  return (
    <PressProvider value={PhonePress}>
      <section className={styles['part']} aria-labelledby="moderate-title">
        <h2 id="moderate-title">{panelQuestions.moderate.title(view.topic)}</h2>
        <Desk desk={{ ...desk, view, clock }} isLive={isLive} />
      </section>
    </PressProvider>
  );
}
