import { critiqueWorkPage } from '#libs/words';
import type { OwnWork } from './calls.ts';
import { lengthOf } from './length.ts';
import styles from './work.module.css';

const words = critiqueWorkPage.fields;

/** The work as its critics will read of it. */
export function Summary({ own: { work } }: { own: OwnWork }) {
  if (work === null) return null;
  const { title, question, link, file } = work;
  return (
    <div className={styles['work']}>
      {title !== '' && <p className={styles['title']}>{title}</p>}
      {question !== '' && (
        <figure className={styles['asked']}>
          <figcaption className="soft small">{words.question}</figcaption>
          <blockquote className={styles['question']}>{question}</blockquote>
        </figure>
      )}
      {file !== null && (
        <p className={styles['written']}>{[file.name, lengthOf(file)].filter(Boolean).join(', ')}</p>
      )}
      {link !== null && (
        <p className={styles['written']}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {link}
          </a>
        </p>
      )}
      <Details work={work} />
    </div>
  );
}

function Details({ work }: { work: NonNullable<OwnWork['work']> }) {
  const lines = [
    [words.wants, work.wants],
    [words.avoid, work.avoid],
    [words.notes, work.notes],
    [words.topics, work.topics.join(', ')],
    [words.coAuthors, work.coAuthors.join(', ')],
    [words.opinionsTold, work.opinions ? words.opinionsYes : words.opinionsNo],
  ].filter(([, text]) => text !== '');
  return (
    <dl className={styles['details']}>
      {lines.map(([term, text]) => (
        <div key={term}>
          <dt className="soft small">{term}</dt>
          <dd className={styles['written']}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
