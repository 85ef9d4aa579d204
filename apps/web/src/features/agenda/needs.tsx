import { useQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { type AgendaPanel, type AgendaPerson, agendaCalls } from './agenda-calls.ts';
import styles from './agenda.module.css';

const words = app.agenda.people;

interface Props {
  panel: AgendaPanel;
  person: AgendaPerson;
  close: () => void;
}

/** Asked for when it is opened, and kept no longer than it is read. */
export function Needs({ panel, person, close }: Props) {
  const path = useEventPath();
  const { data, error } = useQuery({
    queryKey: ['panelist-needs', person.id],
    queryFn: () => agendaCalls.person(path, panel.id, person.id),
    gcTime: 0,
  });
  return (
    <Dialog opened close={close} title={words.needsOf(person.name)}>
      <div className="stack">
        {error !== null && <Fault>{sentenceOf(error)}</Fault>}
        {data === undefined && error === null && <Waiting />}
        {data !== undefined && <p className={styles['needs']}>{data.needsText}</p>}
        <p className="soft">{words.needsPrivate}</p>
      </div>
    </Dialog>
  );
}
