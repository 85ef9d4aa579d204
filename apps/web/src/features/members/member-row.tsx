import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useMe, useMembership } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { mayEditMembers } from '../../lib/rights.ts';
import type { MemberView, Role } from '../../lib/shapes.ts';
import { membersQuery, roleChoices } from './member-queries.ts';
import styles from './members.module.css';

export function MemberRow({ member }: { member: MemberView }) {
  const words = app.members;
  const { organizationId, role } = useMembership();
  const { person } = useMe();
  const queries = useQueryClient();
  const name = member.name ?? member.email;
  const again = () => queries.invalidateQueries(membersQuery(organizationId));
  const change = useMutation({
    mutationFn: (to: Role) => api.members.change(organizationId, member.id, { role: to }),
    onSuccess: (_, to) => {
      say('done', words.changed(name, app.roles[to]));
    },
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
    onSettled: again,
  });
  const key = `member:${member.id}`;
  const leaving = useIntentions().some((one) => one.key === key);
  const remove = (): void => {
    intend({
      key,
      sentence: words.willRemove(name),
      apply: () => api.members.remove(organizationId, member.id),
      settled: ({ error }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        void again();
      },
    });
  };
  const mayEdit = mayEditMembers(role);
  return (
    <li className={styles['member']} data-leaving={leaving}>
      <div>
        <p className={styles['name']}>
          {name} {member.email === person?.email && <span className="soft">{words.you}</span>}
        </p>
        {member.name !== null && <p className="soft small">{member.email}</p>}
      </div>
      {mayEdit ? (
        <Select
          aria-label={words.roleOf(name)}
          data={roleChoices()}
          value={member.role}
          allowDeselect={false}
          disabled={leaving || change.isPending}
          onChange={(to) => {
            if (to !== null && to !== member.role) change.mutate(to);
          }}
        />
      ) : (
        <p>{app.roles[member.role]}</p>
      )}
      {mayEdit && (
        <Button variant="subtle" aria-label={words.removeName(name)} disabled={leaving} onClick={remove}>
          {words.remove}
        </Button>
      )}
    </li>
  );
}
