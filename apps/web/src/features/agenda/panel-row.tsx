import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { app } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { StateWord } from '../../components/state-word.tsx';
import { useUnsettled } from '../../lib/intentions.ts';
import type { Agenda, AgendaPanel } from './agenda-calls.ts';
import styles from './agenda.module.css';
import { clockAfter } from './evening-clock.ts';
import { PanelForm } from './panel-form.tsx';
import { PanelPeople } from './panel-people.tsx';
import { useDrag } from './use-drag.ts';
import { type Moving, handleId } from './use-move.ts';

const words = app.agenda;

interface Props {
  agenda: Agenda;
  panel: AgendaPanel;
  mayEdit: boolean;
  together: boolean;
  moving: Moving;
}

/** One panel: when and where, its people, and the ways to change it. */
export function PanelRow({ agenda, panel, mayEdit, together, moving }: Props) {
  const { id, topic, position, state } = panel;
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const { held, over } = useDrag({ row, handle, id, position, isOn: mayEdit, drop: moving.move });
  const leaving = useUnsettled().some(({ key }) => key === `panel:${id}`);
  const refused = moving.refused?.panelId === id ? moving.refused.sentence : undefined;
  return (
    <li ref={row} className={styles['panel']} data-held={held} data-over={over} data-leaving={leaving}>
      <div className={styles['line']}>
        {mayEdit && <Mover panel={panel} count={agenda.panels.length} moving={moving} handle={handle} />}
        <When agenda={agenda} panel={panel} />
        <div className={styles['about']}>
          <h2>{topic}</h2>
          {panel.room !== '' && <p className="soft">{panel.room}</p>}
          {state !== 'planned' && (
            <StateWord tone={state === 'live' ? 'good' : 'quiet'}>{words.states[state]}</StateWord>
          )}
        </div>
        <Ways panel={panel} mayEdit={mayEdit} editing={editing} edit={setEditing} />
      </div>
      {refused !== undefined && <Fault>{refused}</Fault>}
      {editing && (
        <PanelForm
          agenda={agenda}
          panel={panel}
          together={together}
          close={() => {
            setEditing(false);
          }}
        />
      )}
      <PanelPeople panel={panel} mayEdit={mayEdit} />
    </li>
  );
}

function When({ agenda: { startsAt, timeZone }, panel }: Pick<Props, 'agenda' | 'panel'>) {
  const { startsAfter, minutes } = panel;
  const at = (after: number) => clockAfter(startsAt, timeZone, after);
  return (
    <p className={styles['when']}>
      {startsAfter === null ? (
        <span className="soft">{words.noTime}</span>
      ) : (
        <time dateTime={panel.startsAt ?? ''}>{words.span(at(startsAfter), at(startsAfter + minutes))}</time>
      )}
      <span className="soft">{words.length(minutes)}</span>
    </p>
  );
}

interface MoverProps {
  panel: AgendaPanel;
  count: number;
  moving: Moving;
  handle: React.RefObject<HTMLButtonElement | null>;
}

/** By mouse the handle is dragged, by keyboard it takes Alt and the arrows, by finger there is a button each way. */
function Mover({ panel: { id, topic, position }, count, moving, handle }: MoverProps) {
  const to = (next: number): void => {
    if (next >= 0 && next < count) moving.move(id, next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    to(position + by);
  };
  return (
    <div className={styles['mover']}>
      <button
        ref={handle}
        id={handleId(id)}
        type="button"
        className={styles['handle']}
        aria-label={words.handle(topic)}
        title={words.handleHelp}
        onKeyDown={onKey}
      >
        ⠿
      </button>
      {[-1, 1].map((by) => (
        <button
          key={by}
          type="button"
          className={styles['step']}
          aria-label={by < 0 ? words.up(topic) : words.down(topic)}
          aria-disabled={position + by < 0 || position + by >= count}
          onClick={() => {
            to(position + by);
          }}
        >
          {by < 0 ? '↑' : '↓'}
        </button>
      ))}
    </div>
  );
}

interface WaysProps {
  panel: AgendaPanel;
  mayEdit: boolean;
  editing: boolean;
  edit: (editing: boolean) => void;
}

function Ways({ panel: { id, topic }, mayEdit, editing, edit }: WaysProps) {
  const { slug = '', eventId = '' } = useParams({ strict: false });
  return (
    <div className={styles['ways']}>
      <ButtonLink
        variant="subtle"
        to="/$slug/events/$eventId/panels/$panelId"
        params={{ slug, eventId, panelId: id }}
        aria-label={words.questionsOf(topic)}
      >
        {words.questions}
      </ButtonLink>
      {mayEdit && (
        <Button
          variant="default"
          aria-label={words.changeName(topic)}
          aria-expanded={editing}
          onClick={() => {
            edit(!editing);
          }}
        >
          {words.change}
        </Button>
      )}
    </div>
  );
}
