import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { Board, BoardPerson } from '../../lib/shapes.ts';
import { keepDecision } from './board-changes.ts';
import { type Conflict, conflictsOf } from './deck.ts';
import styles from './match-dialog.module.css';
import { applyApprovals } from './use-decide.ts';

interface Props {
  board: Board;
  first: string | null;
  second: string | null;
  close: () => void;
  made: (id: string) => void;
}

/** A pair of the host's own: what stands against it is said before anything is kept. */
export function MatchDialog({ board, first, second, close, made }: Props) {
  const words = app.introductions.match;
  const path = useEventPath();
  const queries = useQueryClient();
  const [a, setA] = useState(first);
  const [b, setB] = useState(second);
  const pin = useMutation({
    mutationFn: async (pair: { attendeeA: string; attendeeB: string; again?: true }) => {
      await applyApprovals();
      return api.introductions.pin(path, pair);
    },
    onSuccess: (decision) => {
      keepDecision(queries, path, [decision.introduction], decision.changes);
      made(decision.introduction.id);
    },
  });
  const personOf = (id: string | null): BoardPerson | undefined =>
    board.people.find(({ attendeeId }) => attendeeId === id);
  const [one, other] = [personOf(a), personOf(b)];
  const conflicts = one === undefined || other === undefined ? [] : conflictsOf(one, other, board);
  const wereApart = conflicts.includes('kept-apart');
  const stops = conflicts.some((conflict) => conflict !== 'kept-apart');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (one !== undefined && other !== undefined)
      pin.mutate({
        attendeeA: one.attendeeId,
        attendeeB: other.attendeeId,
        ...(wereApart && { again: true as const }),
      });
  };
  return (
    <Dialog opened close={close} title={words.title}>
      <form className={`stack ${styles['match'] ?? ''}`} onSubmit={submit} noValidate>
        <PersonSelect
          label={words.first}
          value={a}
          change={setA}
          people={board.people}
          focus={first === null}
        />
        <PersonSelect
          label={words.second}
          value={b}
          change={setB}
          people={board.people}
          focus={first !== null && second === null}
        />
        <div role="status">
          {one !== undefined && other !== undefined && conflicts.length > 0 && (
            <Fault>
              {conflicts.map((conflict) => (
                <p key={conflict}>{sentenceFor(conflict, one, other)}</p>
              ))}
            </Fault>
          )}
        </div>
        {pin.isError && <Fault>{sentenceOf(pin.error)}</Fault>}
        <p className="soft small">{words.note}</p>
        <div className="row">
          <Button
            type="submit"
            data-autofocus={(first !== null && second !== null) || undefined}
            loading={pin.isPending}
            disabled={one === undefined || other === undefined || stops}
          >
            {wereApart ? words.saveAgain : words.save}
          </Button>
          <Button variant="subtle" onClick={close}>
            {words.leave}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function sentenceFor(conflict: Conflict, a: BoardPerson, b: BoardPerson): string {
  const words = app.introductions.match.conflicts;
  if (conflict === 'same-person') return words.samePerson;
  if (conflict === 'pair-exists') return words.pairExists(a.name, b.name);
  if (conflict === 'known') return words.known(a.name, b.name);
  if (conflict === 'kept-apart') return words.keptApart(a.name, b.name);
  return words.cap(conflict === 'cap-a' ? a.name : b.name, conflict === 'cap-a' ? a.cap : b.cap);
}

/** Of a crowd the first are shown; typing finds the others. */
const mostChoices = 60;

interface PersonSelectProps {
  label: string;
  value: string | null;
  change: (id: string | null) => void;
  people: readonly BoardPerson[];
  focus: boolean;
}

function PersonSelect({ label, value, change, people, focus }: PersonSelectProps) {
  const words = app.introductions;
  const data = people.map(({ attendeeId, name, used, cap, crafts }) => ({
    value: attendeeId,
    label: words.match.choice(name, crafts.join(', '), words.people.used(used, cap)),
  }));
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={(id) => {
        change(id);
      }}
      searchable
      limit={mostChoices}
      nothingFoundMessage={words.match.nobody}
      data-autofocus={focus || undefined}
    />
  );
}
