import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { type PersonCredits, creditsKey, giveCredits } from './credit-queries.ts';
import { GiveForm } from './give-form.tsx';
import styles from './critique-credits.module.css';

/** One person and what they have; giving waits ten seconds, so that a slip of the thumb costs nobody anything. */
export function CreditsRow({ person: { personId, name, balance } }: { person: PersonCredits }) {
  const words = app.critiqueCredits;
  const { organizationId } = useMembership();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const key = `critique-credits:${personId}`;
  const isPending = useIntentions().some((one) => one.key === key);
  const give = (amount: number): void => {
    setOpen(false);
    intend({
      key,
      sentence: words.willGive(name, amount),
      apply: () => giveCredits(organizationId, { personId, amount }),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void queries.invalidateQueries({ queryKey: creditsKey(organizationId) });
      },
    });
  };
  return (
    <li className={styles['person']} tabIndex={-1} data-row>
      <p className={styles['name']}>{name}</p>
      <p className={styles['balance']}>{words.balanceOf(balance)}</p>
      <Button
        variant="subtle"
        aria-label={words.giveTo(name)}
        aria-expanded={isOpen}
        disabled={isPending}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {words.give}
      </Button>
      {isOpen && <GiveForm balance={balance} give={give} />}
    </li>
  );
}
