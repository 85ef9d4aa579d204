import { type SubmitEvent, useEffect, useState } from 'react';
import { doorApp } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Field } from '../../phone/field.tsx';
import type { Verdict } from '../model/decide.ts';
import { ofCode } from '../model/search.ts';
import type { Door } from '../session/door.ts';
import type { DoorState } from '../session/state.ts';
import { Scan } from './scan.tsx';
import styles from './screens.module.css';
import { Sign } from './sign.tsx';
import verdictStyles from './verdict.module.css';

const words = doorApp.kiosk;

/** People check themselves in. Nobody reads another name here: not the list, not who came, not a note. */
export function Kiosk({ door, state: { shown, people } }: { door: Door; state: DoorState }) {
  const [code, setCode] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const person = ofCode(people, code);
    setCode('');
    if (person === undefined) door.showNobody();
    else void door.checkIn(person);
  };
  return (
    <div className={styles['frame']}>
      <main className={styles['kiosk']} inert={shown !== null}>
        <h1>{words.title}</h1>
        <Scan read={(text) => void door.read(text)} hint={words.hint} />
        <form className={styles['code']} onSubmit={submit}>
          <Field
            label={words.code}
            hint={words.codeHint}
            name="short-code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={({ currentTarget }) => {
              setCode(currentTarget.value);
            }}
          />
          <Button type="submit" look="main">
            {words.go}
          </Button>
        </form>
      </main>
      {shown !== null && <Greeting key={shown.nonce} verdict={shown.verdict} door={door} />}
    </div>
  );
}

/** Then it is the next one's turn, and the name is gone. */
const shownMs = 6000;

function Greeting({ verdict: { tone, meaning, name }, door }: { verdict: Verdict; door: Door }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      door.next();
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [door, meaning]);
  const welcome = name === null ? words.welcomeAny : words.welcome(name);
  const isIn = meaning === 'in' || meaning === 'unknown';
  return (
    <section className={verdictStyles['verdict']} data-tone={isIn ? 'green' : tone} aria-label={words.title}>
      <div role="alert" className={verdictStyles['said']}>
        <Sign tone={isIn ? 'green' : tone} />
        <p className={verdictStyles['word']}>
          {isIn ? welcome : meaning === 'already' ? words.already : words.ask}
        </p>
      </div>
      <div className={verdictStyles['acts']}>
        <Button
          autoFocus
          onClick={() => {
            door.next();
          }}
        >
          {words.next}
        </Button>
      </div>
    </section>
  );
}
