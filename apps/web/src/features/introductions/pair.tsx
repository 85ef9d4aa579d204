import { app } from '#libs/words';
import type { IntroductionView, PersonView } from '../../lib/shapes.ts';
import { StateWord } from '../../components/state-word.tsx';
import styles from './pair.module.css';
import { Reason } from './reason.tsx';

/** How well they fit, in a word; a wildcard keeps its word until it is decided. */
export function Fit({ pair }: { pair: IntroductionView }) {
  const words = app.introductions;
  if (pair.source === 'host') return <StateWord tone="quiet">{words.ownPair}</StateWord>;
  if (pair.band === null) return <StateWord tone="quiet">{words.bandHidden}</StateWord>;
  return <StateWord tone={pair.band === 'strong' ? 'good' : 'quiet'}>{words.band[pair.band]}</StateWord>;
}

/** Two people side by side, what links them underlined, and the sentence each of them will read. */
export function Pair({ pair }: { pair: IntroductionView }) {
  const words = app.introductions;
  return (
    <article aria-label={words.both(pair.a.name, pair.b.name)} className={styles['pair']}>
      <div className={styles['sides']}>
        <Side person={pair.a} links={pair.links} />
        <Side person={pair.b} links={pair.links} />
        <Reason pair={pair} side="a" />
        <Reason pair={pair} side="b" />
      </div>
    </article>
  );
}

function Side({ person, links }: { person: PersonView; links: readonly string[] }) {
  const words = app.introductions.person;
  const place = [person.stage, person.city].filter((part): part is string => part !== null && part !== '');
  return (
    <div className={styles['side']}>
      <h2>{person.name}</h2>
      <p className={styles['crafts']}>{person.crafts.join(', ')}</p>
      {place.length > 0 && <p className="soft small">{place.join(' · ')}</p>}
      <dl>
        <Line name={words.workingOn} tags={person.workingOn === '' ? [] : [person.workingOn]} links={[]} />
        <Line name={words.lookingFor} tags={person.lookingFor} links={links} />
        <Line name={words.canHelpWith} tags={person.canHelpWith} links={links} />
      </dl>
    </div>
  );
}

function Line({ name, tags, links }: { name: string; tags: readonly string[]; links: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul>
          {tags.map((tag) => (
            <li key={tag}>{links.includes(tag) ? <mark className={styles['link']}>{tag}</mark> : tag}</li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
