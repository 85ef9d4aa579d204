import { useState } from 'react';
import { eveningContacts } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Field } from '../../phone/field.tsx';
import { Failure } from '../parts/failure.tsx';
import { type Swaps, swapCalls } from './calls.ts';
import styles from './contacts.module.css';
import { foundIn, mostShown } from './found.ts';
import { useSwapAct } from './use-swaps.ts';

const words = eveningContacts.tap;

/** Names of who is here. A tap is told to nobody until both tapped. */
export function TapNames({ token, swaps }: { token: string; swaps: Swaps }) {
  const [typed, setTyped] = useState('');
  const tap = useSwapAct(token, (attendeeId: string) => swapCalls.tap(token, attendeeId));
  const found = foundIn(swaps, typed);
  const left = foundIn(swaps, '').length;
  return (
    <section className="stack" aria-labelledby="tap">
      <h3 id="tap">{words.title}</h3>
      <p>{words.text}</p>
      {left === 0 ? (
        <p className="soft">{swaps.people.length === 0 ? words.none : words.noneLeft}</p>
      ) : (
        <Field
          label={words.search}
          type="search"
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
          autoComplete="off"
        />
      )}
      {tap.error !== null && <Failure error={tap.error} again={tap.reset} />}
      {left > 0 && found.length === 0 && (
        <p role="status" className="soft">
          {words.noneFound}
        </p>
      )}
      <ul className={styles['names']}>
        {found.slice(0, mostShown).map(({ attendeeId, name }) => (
          <li key={attendeeId}>
            <Button
              look="quiet"
              aria-label={words.tap(name)}
              disabled={tap.isPending && tap.variables === attendeeId}
              onClick={() => {
                tap.mutate(attendeeId);
              }}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > mostShown && <p className="soft">{words.more(found.length - mostShown)}</p>}
    </section>
  );
}
