import { useSuspenseQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { moveThroughRows } from '../../lib/keys.ts';
import { mayEditSynonyms } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { AddSynonyms } from './add-synonyms.tsx';
import { synonymsQuery } from './synonym-queries.ts';
import { SynonymsRow } from './synonyms-row.tsx';
import styles from './synonyms.module.css';
import { lineOf } from './typed-words.ts';

/** The words that suggestions take for one: the organization's own, and those known anyway. */
export function SynonymTable() {
  const words = app.synonyms;
  const { organizationId, role } = useMembership();
  useTitle(words.title);
  const { rows, known } = useSuspenseQuery(synonymsQuery(organizationId)).data;
  const mayEdit = mayEditSynonyms(role);
  return (
    <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <p className="soft">{words.example}</p>
      </div>
      {mayEdit && <AddSynonyms />}
      {rows.length === 0 ? (
        <Empty title={words.none} text={mayEdit ? words.noneText : words.noneToRead} />
      ) : (
        <section className="stack" aria-labelledby="own-synonyms">
          <h2 id="own-synonyms">{words.count(rows.length)}</h2>
          <ul onKeyDown={moveThroughRows}>
            {rows.map((row) => (
              <SynonymsRow key={row.id} row={row} />
            ))}
          </ul>
        </section>
      )}
      <section
        className="stack"
        style={{ '--gap': '0.5rem' } as React.CSSProperties}
        aria-labelledby="known-synonyms"
      >
        <h2 id="known-synonyms">{words.known}</h2>
        <p className="soft">{words.knownText}</p>
        <ul className={styles['known']}>
          {known.map((row) => (
            <li key={row.words[0]}>{lineOf(row.words)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
