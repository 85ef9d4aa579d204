import { type SubmitEvent, useEffect, useState } from 'react';
import { doorApp } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Field } from '../../phone/field.tsx';
import { useTitle } from '../../phone/use-title.ts';
import { plainCode } from '../crypto/seal.ts';
import { begin } from '../installable.ts';
import { DoorError, calls } from '../session/calls.ts';
import type { Door } from '../session/door.ts';
import { lockLate, openDoor } from '../session/open.ts';
import type { Ending } from '../session/state.ts';
import { wakeSound } from '../signals.ts';
import { Vault } from '../store/vault.ts';
import styles from './screens.module.css';

interface Props {
  token: string;
  opened: (door: Door) => void;
  ended: (ending: Ending) => void;
}

const codeLetters = 8;

type Fault = keyof typeof doorApp.opening.faults;

/** Which evening it is, and the code. */
export function Opening({ token, opened, ended }: Props) {
  const words = doorApp.opening;
  const [title, setTitle] = useState<string>();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<Fault>();
  const [isWorking, setIsWorking] = useState(false);
  useTitle(title === undefined ? doorApp.name : doorApp.title(title));
  useEffect(() => {
    void lookAt(token, setTitle, ended);
  }, [token, ended]);
  useEffect(() => {
    const timer = setInterval(() => void lockAgain(), lockingMs);
    return () => {
      clearInterval(timer);
    };
  }, []);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    wakeSound();
    if (plainCode(code).length !== codeLetters) {
      setFault('empty');
      return;
    }
    setIsWorking(true);
    setFault(undefined);
    open(token, code)
      .then(opened)
      .catch((error: unknown) => {
        setIsWorking(false);
        const why = error instanceof DoorError ? error.fault : 'failed';
        if (why === 'dead' || why === 'over') ended(why);
        else setFault(why);
      });
  };
  const why = window.isSecureContext ? fault : 'not-secure';
  return (
    <main className={styles['page']}>
      <header>
        {title !== undefined && <p className="soft">{title}</p>}
        <h1>{words.title}</h1>
      </header>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.text}</p>
        <Field
          label={words.code}
          hint={words.codeHint}
          name="code"
          value={code}
          // Kept from whatever remembers what is typed.
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={20}
          required
          fault={why === undefined ? undefined : words.faults[why]}
          onChange={({ currentTarget }) => {
            begin();
            setCode(currentTarget.value);
          }}
        />
        <Button type="submit" look="main" disabled={isWorking || why === 'not-secure'}>
          {isWorking ? words.working : words.open}
        </Button>
      </form>
    </main>
  );
}

async function open(token: string, code: string): Promise<Door> {
  return openDoor(await Vault.open(), token, code);
}

const lockingMs = 60_000;

/** Also of a page that is left open before its code is typed. */
async function lockAgain(): Promise<void> {
  await lockLate(await Vault.open());
}

/** A link that was taken back leaves nothing here, whether anybody types the code or not. */
async function lookAt(token: string, say: (title: string) => void, ended: Props['ended']): Promise<void> {
  const vault = await Vault.open();
  await lockLate(vault);
  try {
    const { title } = await calls.about(token);
    say(title);
  } catch (error) {
    if (!(error instanceof DoorError) || error.fault !== 'dead') return;
    await vault.wipe(token);
    ended('dead');
  }
}
