import { Button, Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { app } from '#libs/words';
import { useEventPath, useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { AttendeeView, MoveReason } from '../../lib/shapes.ts';
import styles from './guest-detail.module.css';
import { attendeesKey } from './guest-queries.ts';
import { useGuestActs } from './use-guest-acts.ts';

interface Props {
  guest: AttendeeView;
  close: () => void;
}

/** What can be done about a guest as they stand. Each closes the dialog, and the list shows what is about to happen. */
export function GuestDecisions({ guest, close }: Props) {
  const words = app.guests.detail;
  const acts = useGuestActs();
  const isLive = guest.status !== 'cancelled' && guest.status !== 'declined';
  return (
    <section className={styles['part']}>
      <h3>{words.decide}</h3>
      {(guest.status === 'pending' || guest.status === 'declined') && (
        <Approval guest={guest} close={close} />
      )}
      {(guest.status === 'waitlisted' || guest.status === 'offered') && (
        <BetterPlace guest={guest} close={close} />
      )}
      {isLive && guest.checkedInAt === null && (
        <div>
          <Button
            variant="default"
            onClick={() => {
              acts.cancel(guest);
              close();
            }}
          >
            {words.cancel}
          </Button>
        </div>
      )}
      <Admission guest={guest} />
    </section>
  );
}

function Approval({ guest, close }: Props) {
  const words = app.guests.detail;
  const acts = useGuestActs();
  const [note, setNote] = useState('');
  const decide = (decision: 'approve' | 'decline'): void => {
    acts.decide(decision, guest, note);
    close();
  };
  return (
    <>
      <Textarea
        label={words.noteLabel}
        description={words.noteHelp}
        value={note}
        maxLength={500}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
      <div className="row">
        <Button
          onClick={() => {
            decide('approve');
          }}
        >
          {guest.status === 'declined' ? words.approveAfterAll : words.approve}
        </Button>
        {guest.status === 'pending' && (
          <Button
            variant="default"
            onClick={() => {
              decide('decline');
            }}
          >
            {words.decline}
          </Button>
        )}
      </div>
    </>
  );
}

const reasons = () => Object.entries(app.guests.detail.reasons).map(([value, label]) => ({ value, label }));

function BetterPlace({ guest, close }: Props) {
  const words = app.guests.detail;
  const acts = useGuestActs();
  const [reason, setReason] = useState<MoveReason | null>(null);
  const move = (act: 'move-up' | 'seat'): void => {
    if (reason === null) return;
    acts.move(act, guest, reason);
    close();
  };
  return (
    <>
      <Select
        label={words.reason}
        description={words.reasonHelp}
        data={reasons()}
        value={reason}
        onChange={(value) => {
          setReason(value as MoveReason | null);
        }}
      />
      <div className="row">
        {guest.status === 'waitlisted' && guest.place !== 1 && (
          <Button
            variant="default"
            disabled={reason === null}
            onClick={() => {
              move('move-up');
            }}
          >
            {words.moveUp}
          </Button>
        )}
        <Button
          variant="default"
          disabled={reason === null}
          onClick={() => {
            move('seat');
          }}
        >
          {words.seat}
        </Button>
      </div>
      <p className="soft small">{words.seatHelp}</p>
    </>
  );
}

/** It holds at every event of the organization, so it is not offered to whoever has only some of them. */
function Admission({ guest: { id, name, barred } }: { guest: AttendeeView }) {
  const words = app.guests.detail;
  const path = useEventPath();
  const queries = useQueryClient();
  const { eventIds } = useMembership();
  const change = useMutation({
    mutationFn: () => (barred ? api.attendees.admitAgain(path, id) : api.attendees.bar(path, id)),
    onSuccess: async () => {
      say('done', barred ? words.admittedNow(name) : words.barredNow(name));
      await queries.invalidateQueries({ queryKey: attendeesKey(path) });
    },
  });
  if (eventIds !== null) return null;
  return (
    <div>
      <Button
        variant="subtle"
        loading={change.isPending}
        onClick={() => {
          change.mutate();
        }}
      >
        {barred ? words.admit : words.bar}
      </Button>
      {!barred && <p className="soft small">{words.barHelp}</p>}
      {change.isError && <Fault>{sentenceOf(change.error)}</Fault>}
    </div>
  );
}
