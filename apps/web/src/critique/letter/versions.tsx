import { critiqueLetterPage as words } from '#libs/words';
import { shortDayOf } from '../../lib/times.ts';
import type { Version } from './letter-calls.ts';
import styles from './letter.module.css';

interface VersionsProps {
  versions: readonly Version[];
  /** Whose letter is being read. */
  current: string;
  open: (submissionId: string) => void;
}

/** What became of the work: each version that was heard leads to its letter. */
export function Versions({ versions, current, open }: VersionsProps) {
  if (versions.length < 2) return null;
  return (
    <section className="stack" aria-labelledby="letter-versions">
      <h3 id="letter-versions">{words.versions.title}</h3>
      <ol className={styles['versions']}>
        {versions.map(({ submissionId, title, heardAt, timeZone }) => {
          if (heardAt === null) return <li key={submissionId}>{words.versions.unheard(title)}</li>;
          const named = words.versions.open(title, shortDayOf(heardAt, timeZone));
          return (
            <li key={submissionId}>
              {submissionId === current ? (
                `${named} (${words.versions.this})`
              ) : (
                <button
                  type="button"
                  className={styles['link']}
                  onClick={() => {
                    open(submissionId);
                  }}
                >
                  {named}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
