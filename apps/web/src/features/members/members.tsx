import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { mayEditMembers } from '../../lib/rights.ts';
import type { Role } from '../../lib/shapes.ts';
import { useTitle } from '../../lib/title.ts';
import { membersQuery, roleChoices } from './member-queries.ts';
import { MemberRow } from './member-row.tsx';
import styles from './members.module.css';

/** Staff and what each of them may do. */
export function Members() {
  const words = app.members;
  const { organizationId, role } = useMembership();
  useTitle(words.title);
  const { data } = useSuspenseQuery(membersQuery(organizationId));
  return (
    <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
      <h1>{words.title}</h1>
      <ul>
        {data.members.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </ul>
      {mayEditMembers(role) && <AddMember />}
      <dl className={styles['roles']}>
        {roleChoices().map(({ value, label }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{words.may[value]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function AddMember() {
  const words = app.members;
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('host');
  const add = useMutation({
    mutationFn: () => api.members.add(organizationId, { email, role }),
    onSuccess: async () => {
      say('done', words.added(email));
      setEmail('');
      await queries.invalidateQueries(membersQuery(organizationId));
    },
  });
  const faults = faultsByField(add.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={styles['add']} onSubmit={submit} noValidate>
      <h2>{words.add}</h2>
      <TextInput
        type="email"
        name="email"
        label={words.email}
        value={email}
        required
        onChange={({ currentTarget }) => {
          setEmail(currentTarget.value);
        }}
        error={faults['email']}
      />
      <Select
        label={words.role}
        data={roleChoices()}
        value={role}
        allowDeselect={false}
        onChange={(value) => {
          if (value !== null) setRole(value);
        }}
        error={faults['role']}
      />
      <Button type="submit" loading={add.isPending}>
        {words.addButton}
      </Button>
      {add.isError && Object.keys(faults).length === 0 && <Fault>{sentenceOf(add.error)}</Fault>}
    </form>
  );
}
