import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { AudiencePerson } from '../../lib/shapes.ts';
import { audienceKey } from './audience-queries.ts';
import styles from './audience.module.css';

export function AudienceRow({ person: { personId, email, name } }: { person: AudiencePerson }) {
  const words = app.audience;
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const key = `audience:${personId}`;
  const leaving = useIntentions().some((one) => one.key === key);
  const remove = (): void => {
    intend({
      key,
      sentence: words.willRemove(name ?? email),
      apply: () => api.audience.remove(organizationId, personId),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void queries.invalidateQueries({ queryKey: audienceKey(organizationId) });
      },
    });
  };
  return (
    <li className={styles['person']} tabIndex={-1} data-row data-leaving={leaving}>
      <div>
        <p className={styles['name']}>{name ?? email}</p>
        {name !== null && <p className="soft small">{email}</p>}
      </div>
      <Button
        variant="subtle"
        aria-label={words.removeName(name ?? email)}
        disabled={leaving}
        onClick={remove}
      >
        {words.remove}
      </Button>
    </li>
  );
}
