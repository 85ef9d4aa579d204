import { critiquePicksPage } from '#libs/words';
import { momentOf } from '../../lib/times.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { SectionProps } from '../calls.ts';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../../phone/notice.tsx';
import type { OwnPicks, RoundMate } from './calls.ts';
import styles from './picks.module.css';
import { usePicks } from './use-picks.ts';

const words = critiquePicksPage;
const most = 2;

/** Whom I would like to keep talking to: private, two at most, kept as tapped. */
export function Picks({ token, session }: SectionProps) {
  const path = { token, critiqueSessionId: session.id };
  const picks = usePicks(path, `${session.state} ${session.releasedAt ?? ''}`);
  const { own, failure, again } = picks;
  if (own === undefined)
    return failure === null ? (
      <p role="status">{words.loading}</p>
    ) : (
      <Failure error={failure} again={again} />
    );
  return (
    <section className={styles['view']} aria-labelledby="picks">
      <h2 id="picks" className={styles['title']}>
        {words.title}
      </h2>
      <Inside own={own} picks={picks} />
    </section>
  );
}

interface InsideProps {
  own: OwnPicks;
  picks: ReturnType<typeof usePicks>;
}

function Inside({ own, picks }: InsideProps) {
  if (!own.open) return own.until === null ? <Early /> : <Closed own={own} />;
  if (own.people.length === 0) return <Nobody />;
  return <Choosing own={own} picks={picks} />;
}

function Early() {
  return (
    <div className="stack">
      <p>{words.early}</p>
      <p className="soft">{words.earlyText}</p>
    </div>
  );
}

function Nobody() {
  return (
    <div className="stack">
      <p>{words.nobody}</p>
      <p className="soft">{words.nobodyText}</p>
    </div>
  );
}

function Closed({ own }: { own: OwnPicks }) {
  const chosen = own.people.filter(({ attendeeId }) => own.picks.includes(attendeeId));
  return (
    <div className="stack">
      <p>{words.closed}</p>
      <p className="soft">{chosen.length === 0 ? words.nobodyChosen : words.closedText}</p>
      {chosen.length > 0 && (
        <ul className={styles['people']} aria-label={words.yours}>
          {chosen.map((mate) => (
            <li key={mate.attendeeId} className={styles['mate']}>
              <Who mate={mate} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Choosing({ own, picks: { saving } }: InsideProps) {
  const isFull = own.picks.length >= most;
  const choose = (attendeeId: string, isChosen: boolean): void => {
    const others = own.picks.filter((id) => id !== attendeeId);
    saving.mutate({ picks: isChosen ? [...others, attendeeId] : others });
  };
  return (
    <>
      <p className="soft">{words.lead}</p>
      {!own.optedIn && (
        <OptIn
          isSaving={saving.isPending}
          optIn={() => {
            saving.mutate({ picks: own.picks, optIn: true });
          }}
        />
      )}
      <fieldset className={styles['people']}>
        <legend>
          {words.people} <span className={styles['count']}>{words.chosen(own.picks.length)}</span>
        </legend>
        {own.people.map((mate) => {
          const isChosen = own.picks.includes(mate.attendeeId);
          return (
            <label key={mate.attendeeId} className={styles['mate']}>
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={(event) => {
                  choose(mate.attendeeId, event.currentTarget.checked);
                }}
              />
              <Who mate={mate} />
            </label>
          );
        })}
      </fieldset>
      {isFull && own.people.length > most && <p className="soft small">{words.full}</p>}
      <p role="status" className="soft small">
        {saidOf(own, saving)}
      </p>
      {saving.isError && (
        <Notice fault>
          <p>{sentenceOf(saving.error)}</p>
        </Notice>
      )}
    </>
  );
}

function saidOf(
  { until, timeZone }: OwnPicks,
  { isPending, isSuccess }: { isPending: boolean; isSuccess: boolean },
) {
  if (isPending) return words.saving;
  const moment = until === null ? null : momentOf(until, timeZone);
  if (isSuccess) return moment === null ? words.saved : words.savedUntil(moment);
  return moment === null ? '' : words.until(moment);
}

function OptIn({ isSaving, optIn }: { isSaving: boolean; optIn: () => void }) {
  return (
    <Notice>
      <p className={styles['name']}>{words.optIn.title}</p>
      <p>{words.optIn.text}</p>
      <label className={styles['mate']}>
        <input type="checkbox" checked={false} disabled={isSaving} onChange={optIn} />
        <span>
          <span className={styles['name']}>{words.optIn.label}</span>
          <span className="soft small">{words.optIn.hint}</span>
        </span>
      </label>
    </Notice>
  );
}

function Who({ mate: { name } }: { mate: RoundMate }) {
  return <span className={styles['name']}>{name}</span>;
}
