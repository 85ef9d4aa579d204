import { Button } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import type { AgendaPanel } from './agenda-calls.ts';
import styles from './agenda.module.css';
import { type PersonDraft, AskPerson, newDraft } from './ask-person.tsx';
import { PersonRow } from './person-row.tsx';

const words = app.agenda.people;
const most = 12;

/** Who is asked to a panel, and how they answered. */
export function PanelPeople({ panel, mayEdit }: { panel: AgendaPanel; mayEdit: boolean }) {
  const { people, topic } = panel;
  const [draft, setDraft] = useState<PersonDraft | null>(null);
  const live = people.filter(({ state }) => state !== 'declined');
  return (
    <div className={styles['people']}>
      {people.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <ul aria-label={words.label(topic)}>
          {people.map((person, index) => (
            <PersonRow key={person.id} panel={panel} person={person} index={index} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {mayEdit && live.length < most && (
        <Button
          variant="default"
          aria-label={words.askFor(topic)}
          onClick={() => {
            setDraft(newDraft(live.every(({ part }) => part !== 'moderator') && live.length > 0));
          }}
        >
          {words.ask}
        </Button>
      )}
      {draft !== null && <AskPerson panel={panel} draft={draft} open={setDraft} />}
    </div>
  );
}
