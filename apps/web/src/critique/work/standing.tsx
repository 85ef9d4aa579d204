import { critiqueWorkPage } from '#libs/words';
import type { OwnWork } from './calls.ts';
import styles from './work.module.css';

const words = critiqueWorkPage.places;

/** Where my work stands in the order, and what that means. */
export function Standing({ own }: { own: OwnWork }) {
  const { standing, work, credits } = own;
  if (standing === null || work === null) return null;
  return (
    <>
      <p className={styles['standing']}>{sentenceOf(own)}</p>
      {work.state === 'submitted' && standing.place !== null && <p>{words.standing}</p>}
      {standing.missed && (
        <p>
          {words.missedMeans}
          {credits !== null && credits.spent > 0 && ` ${words.creditsStay(credits.spent)}`}
        </p>
      )}
      {standing.waits && !standing.missed && (
        <p>
          {words.waitlistMeans}
          {credits !== null && credits.spent > 0 && ` ${words.creditsBack(credits.spent)}`}
        </p>
      )}
    </>
  );
}

function sentenceOf({ standing, work }: OwnWork): string {
  const { place = null, waits = false, ahead = 0, slots = null, at = null, missed = false } = standing ?? {};
  if (missed) return words.missed;
  if (work?.state === 'waitlisted') return words.waitlisted(ahead);
  if (work?.state === 'accepted') return at === null ? words.acceptedWritten : words.accepted(at);
  if (place === null) return words.written;
  return waits ? words.waits(place, slots ?? 0) : words.submitted(place);
}
