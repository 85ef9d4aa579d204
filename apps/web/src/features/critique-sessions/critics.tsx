import { app } from '#libs/words';
import type { WorkRow } from './plan-rows.ts';
import type { Hearing } from './session-calls.ts';
import type { Changes } from './use-changes.ts';
import { type Choosing, refuses } from './use-choosing.ts';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan;

interface Props {
  row: WorkRow;
  choosing: Choosing;
  changes: Changes;
}

/** Who hears a work and why. Each can be chosen, and then another to change places with. */
export function Critics({ row, choosing, changes }: Props) {
  const { work, hearings, lacks } = row;
  return (
    <ul className={styles['critics']} aria-label={words.critics(work.title)}>
      {hearings.map((hearing) => (
        <li key={hearing.id}>
          <Critic {...{ hearing, choosing, row, changes }} />
        </li>
      ))}
      {Array.from({ length: lacks }, (_, at) => (
        <li key={at}>
          <button
            type="button"
            className={styles['critic']}
            data-lacks
            aria-pressed={choosing.chosen?.hearing === null && choosing.chosen.work.id === work.id}
            onClick={() => {
              choosing.choose({ work, hearing: null });
            }}
          >
            {words.lacks} <span className="unseen">{words.lacksFor(work.title)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Way {
  /** Between the name and the note, for those who do not see where it stands. */
  unseen: string;
  note: string;
  isPartner: boolean;
  act: (() => void) | null;
}

/** One button whatever it does, so that the focus stays where a change was made. */
function Critic({ hearing, choosing, changes, row: { work } }: Props & { hearing: Hearing }) {
  const why = whyOf(hearing);
  const isChanging = changes.isChanging(hearing);
  if (!hearing.open && !isChanging) {
    return (
      <span className={styles['critic']} data-state={hearing.state} data-fixed={hearing.fixed}>
        <b>{hearing.critic}</b> <span>{why}</span>
      </span>
    );
  }
  const { chosen } = choosing;
  const isChosen = chosen?.hearing?.id === hearing.id;
  const isPart = chosen?.hearing != null && !isChosen;
  const first: Way = {
    unseen: words.hearsWork(work.title),
    note: why,
    isPartner: false,
    act: () => {
      if (isChosen) choosing.leave();
      else choosing.choose({ work, hearing });
    },
  };
  const still: Way = {
    unseen: words.hearsWork(work.title),
    note: words.changing,
    isPartner: false,
    act: null,
  };
  const way = isChanging ? still : isPart ? partner(hearing, choosing, work.title) : first;
  return (
    <button
      type="button"
      id={`hearing-${hearing.id}`}
      className={styles['critic']}
      data-fixed={hearing.fixed}
      data-partner={way.isPartner}
      data-changing={isChanging}
      aria-pressed={isPart || isChanging ? undefined : isChosen}
      aria-disabled={way.act === null}
      onClick={() => {
        way.act?.();
      }}
    >
      <b>{hearing.critic}</b> <span className="unseen">{way.unseen}</span>{' '}
      {way.note !== '' && <span>{way.note}</span>}
    </button>
  );
}

/** With whom the chosen critic could change places, or why not. */
function partner(hearing: Hearing, choosing: Choosing, title: string): Way {
  const against = choosing.against(hearing);
  const why = (against ?? []).map((conflict) => words.conflicts[conflict]);
  const isPartner = against !== null && !refuses(against);
  if (choosing.isLooking) return { unseen: words.hearsWork(title), note: '', isPartner: false, act: null };
  return {
    unseen: isPartner ? words.swapWith(title) : words.cannotSwap(title),
    note: why.join(', '),
    isPartner,
    act: isPartner
      ? () => {
          choosing.take(hearing);
        }
      : null,
  };
}

export function whyOf({ why, state }: Hearing): string {
  const reasons = why.map(({ code, topics }) =>
    code === 'topics' ? words.why.topics(topics) : words.why[code],
  );
  return [...reasons, ...(state === 'assigned' ? [] : [words.critiqueStates[state]])].join(', ');
}
