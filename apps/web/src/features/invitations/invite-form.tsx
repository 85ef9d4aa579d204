import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { type EventPath, api } from '../../lib/api.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { InviteResult } from './invite-result.tsx';
import { useInvitationsChanged } from './invitation-queries.ts';
import styles from './invitations.module.css';
import { addressesIn, mostAddresses } from './pasted.ts';

/** A pasted list of addresses, its count while it is typed, and what became of each. */
export function InviteForm({ path }: { path: EventPath }) {
  const words = app.invitations;
  const [pasted, setPasted] = useState('');
  const changed = useInvitationsChanged(path);
  const invite = useMutation({
    mutationFn: () => api.invitations.invite(path, pasted),
    onSuccess: () => {
      setPasted('');
      void changed();
    },
  });
  const faults = faultsByField(invite.error);
  useFocusOnFault(invite.error);
  const count = addressesIn(pasted);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Textarea
        name="emails"
        label={words.paste}
        description={words.pasteHelp}
        autosize
        minRows={3}
        maxRows={12}
        value={pasted}
        onChange={({ currentTarget }) => {
          setPasted(currentTarget.value);
        }}
        error={faults['emails'] ?? (count > mostAddresses && words.tooMany(mostAddresses))}
      />
      <div className={styles['send']}>
        <Button type="submit" loading={invite.isPending} disabled={pasted.trim() === ''}>
          {words.send(count)}
        </Button>
        <span className="soft">{words.count(count)}</span>
      </div>
      {invite.isError && Object.keys(faults).length === 0 && <Fault>{sentenceOf(invite.error)}</Fault>}
      {invite.isSuccess && <InviteResult addresses={invite.data.addresses} close={invite.reset} />}
    </form>
  );
}
