import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import styles from './critique-credits.module.css';

const most = 20;

/** A small whole number, given as it is and taken with a minus; never below what the person has. */
export function GiveForm({ balance, give }: { balance: number; give: (amount: number) => void }) {
  const words = app.critiqueCredits;
  const [typed, setTyped] = useState('1');
  const [fault, setFault] = useState<string | null>(null);
  const amount = amountOf(typed);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (amount === null) setFault(words.amountFault);
    else if (balance + amount < 0) setFault(words.tooMany(balance));
    else give(amount);
  };
  return (
    <form className={styles['give']} onSubmit={submit} noValidate>
      <TextInput
        label={words.amount}
        description={words.amountHelp}
        maxLength={3}
        autoFocus
        data-autofocus
        value={typed}
        error={fault}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setFault(null);
        }}
      />
      <div>
        <Button type="submit">{words.confirm(amount ?? 1)}</Button>
      </div>
    </form>
  );
}

/** Null for anything but a whole number from 1 to 20, with or without a minus. */
function amountOf(typed: string): number | null {
  const text = typed.trim().replace(/^[−–]/, '-').replace(/^\+/, '');
  if (!/^-?\d{1,2}$/.test(text)) return null;
  const amount = Number(text);
  return amount !== 0 && Math.abs(amount) <= most ? amount : null;
}
