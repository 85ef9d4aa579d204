import { Button } from '@mantine/core';
import { memo } from 'react';
import { app } from '#libs/words';
import { StateWord } from '../../components/state-word.tsx';
import type { BoardPerson, IntroductionView, PersonView } from '../../lib/shapes.ts';
import { Before } from './before.tsx';
import { PairNote } from './note.tsx';
import styles from './pair.module.css';
import { Reason } from './reason.tsx';
import { WellKnown } from './well-known.tsx';

/** How well they fit, in a word; a wildcard keeps its word until it is decided. */
export function Fit({ pair }: { pair: IntroductionView }) {
  const words = app.introductions;
  if (pair.source === 'host') return <StateWord tone="quiet">{words.ownPair}</StateWord>;
  if (pair.band === null) return <StateWord tone="quiet">{words.bandHidden}</StateWord>;
  return <StateWord tone={pair.band === 'strong' ? 'good' : 'quiet'}>{words.band[pair.band]}</StateWord>;
}

interface Props {
  pair: IntroductionView;
  people: readonly BoardPerson[];
  read: (pair: IntroductionView) => void;
}

/** Two people side by side, the sentence each of them will read, and what links them underlined. */
export const Pair = memo(function Pair({ pair, people, read }: Props) {
  const words = app.introductions;
  const onBoard = (id: string): BoardPerson | undefined => people.find(({ attendeeId }) => attendeeId === id);
  return (
    <article aria-label={words.both(pair.a.name, pair.b.name)} className={styles['pair']}>
      <Before pair={pair} />
      {pair.caution !== null && <p className={styles['caution']}>{words.caution[pair.caution]}</p>}
      <div className={styles['sides']}>
        <Head person={pair.a} onBoard={onBoard(pair.a.attendeeId)} />
        <Reason pair={pair} side="a" />
        <Facts person={pair.a} links={pair.links} />
        <Head person={pair.b} onBoard={onBoard(pair.b.attendeeId)} />
        <Reason pair={pair} side="b" />
        <Facts person={pair.b} links={pair.links} />
      </div>
      <PairNote pair={pair} />
      <div className={styles['more']}>
        <Button
          variant="subtle"
          onClick={() => {
            read(pair);
          }}
        >
          {words.mails.open}
        </Button>
      </div>
    </article>
  );
});

/** Who it is; somebody else can be dropped on them. */
function Head({ person, onBoard }: { person: PersonView; onBoard: BoardPerson | undefined }) {
  const place = [person.stage, person.city].filter((part): part is string => part !== null && part !== '');
  return (
    <div className={styles['head']} data-person={onBoard?.attendeeId} data-name={person.name}>
      <h2>{person.name}</h2>
      <p className={styles['crafts']}>{person.crafts.join(', ')}</p>
      <div className={styles['about']}>
        {place.length > 0 && <p>{place.join(' · ')}</p>}
        {onBoard !== undefined && <WellKnown person={onBoard} />}
      </div>
    </div>
  );
}

function Facts({ person, links }: { person: PersonView; links: readonly string[] }) {
  const words = app.introductions.person;
  return (
    <dl className={styles['facts']}>
      <Line name={words.workingOn} tags={person.workingOn === '' ? [] : [person.workingOn]} links={[]} />
      <Line name={words.lookingFor} tags={person.lookingFor} links={links} />
      <Line name={words.canHelpWith} tags={person.canHelpWith} links={links} />
    </dl>
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
