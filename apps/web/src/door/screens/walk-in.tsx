import { type SubmitEvent, useState } from 'react';
import { doorApp } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Field } from '../../phone/field.tsx';
import type { Door } from '../session/door.ts';
import styles from './screens.module.css';

const words = doorApp.walkIn;

/** Somebody who is not on the list, in two fields. */
export function WalkIn({ door }: { door: Door }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [isTried, setIsTried] = useState(false);
  const hasName = name.trim() !== '';
  const hasEmail = /^[^\s@]+@[^\s@]+$/.test(email.trim());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (!hasName || !hasEmail) return;
    void door.walkIn(name.trim(), email.trim()).then(() => {
      setName('');
      setEmail('');
      setIsTried(false);
    });
  };
  return (
    <form className={`stack ${styles['form'] ?? ''}`} onSubmit={submit} noValidate>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <Field
        label={words.name}
        name="name"
        maxLength={200}
        autoComplete="off"
        required
        value={name}
        fault={isTried && !hasName ? words.nameNeeded : undefined}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
      <Field
        type="email"
        label={words.email}
        name="email"
        maxLength={254}
        autoComplete="off"
        required
        value={email}
        fault={isTried && !hasEmail ? words.emailNeeded : undefined}
        onChange={({ currentTarget }) => {
          setEmail(currentTarget.value);
        }}
      />
      <Button type="submit" look="main">
        {words.save}
      </Button>
    </form>
  );
}
