import { Button } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { useUnsettled } from '../../lib/intentions.ts';
import { type AgendaPanel, type AgendaPerson, agendaCalls } from './agenda-calls.ts';
import styles from './agenda.module.css';
import { Needs } from './needs.tsx';
import { usePersonActs } from './use-person-acts.ts';

const words = app.agenda.people;

const tones: Record<AgendaPerson['state'], Tone> = { invited: 'warn', confirmed: 'good', declined: 'quiet' };

interface Props {
  panel: AgendaPanel;
  person: AgendaPerson;
  index: number;
  mayEdit: boolean;
}

/** Somebody on a panel: who they are, how they answered, and what can be done. */
export function PersonRow({ panel, person, index, mayEdit }: Props) {
  const { id, name, email, part, state, appears, needs, slides } = person;
  const path = useEventPath();
  const leaving = useUnsettled().some(({ key }) => key === `panelist:${id}`);
  const facts = [
    ...(state === 'confirmed' ? [appears ? words.approved : words.notApproved] : []),
    ...(needs && !mayEdit ? [words.hasNeeds] : []),
  ];
  return (
    <li className={styles['person']} data-leaving={leaving}>
      <div className={styles['who']}>
        <p>
          <strong>{name}</strong> <span className="soft">{words[part]}</span>
        </p>
        <p className="soft">{email}</p>
        <p className={styles['standing']}>
          <StateWord tone={tones[state]}>{words.states[state]}</StateWord>
          {facts.length > 0 && <span className="soft">{facts.join(' · ')}</span>}
          {slides && (
            <a href={agendaCalls.slides(path, panel.id, id)} aria-label={words.slidesOf(name)} download>
              {words.slides}
            </a>
          )}
        </p>
      </div>
      {mayEdit && <Acts panel={panel} person={person} index={index} leaving={leaving} />}
    </li>
  );
}

function Acts({ panel, person, index, leaving }: Omit<Props, 'mayEdit'> & { leaving: boolean }) {
  const { name, part, state, needs } = person;
  const { remind, remove, change } = usePersonActs(panel, person);
  const [reading, setReading] = useState(false);
  const other = part === 'moderator' ? 'panelist' : 'moderator';
  const otherWord = part === 'moderator' ? words.makePanelist : words.makeModerator;
  const isTaken =
    other === 'moderator' && panel.people.some((one) => one.part === 'moderator' && one.state !== 'declined');
  return (
    <div className={styles['acts']}>
      {needs && (
        <Button
          variant="subtle"
          aria-label={words.needsOf(name)}
          onClick={() => {
            setReading(true);
          }}
        >
          {words.needs}
        </Button>
      )}
      {state === 'invited' && (
        <Button variant="subtle" aria-label={words.remindName(name)} onClick={remind}>
          {words.remind}
        </Button>
      )}
      {index > 0 && part === 'panelist' && panel.people[index - 1]?.part === 'panelist' && (
        <Button
          variant="subtle"
          aria-label={words.earlier(name)}
          onClick={() => {
            change({ position: Math.max(0, person.position - 1) });
          }}
        >
          ↑
        </Button>
      )}
      {state !== 'declined' && !isTaken && (
        <Button
          variant="subtle"
          aria-label={words.partOf(name, otherWord)}
          onClick={() => {
            change({ part: other });
          }}
        >
          {otherWord}
        </Button>
      )}
      <Button variant="subtle" disabled={leaving} aria-label={words.removeName(name)} onClick={remove}>
        {words.remove}
      </Button>
      {reading && (
        <Needs
          panel={panel}
          person={person}
          close={() => {
            setReading(false);
          }}
        />
      )}
    </div>
  );
}
