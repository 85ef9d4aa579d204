import { useState } from 'react';
import { eveningContacts } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { type SwappedPerson, swapCalls } from './calls.ts';
import { contactFile, fileNameOf } from './contact-file.ts';
import styles from './contacts.module.css';
import { useSwapAct } from './use-swaps.ts';

const words = eveningContacts.list;

/** Whom I asked and whose contact I have: nobody else reads this list. */
export function MyContacts({
  token,
  mine,
  event,
}: {
  token: string;
  mine: readonly SwappedPerson[];
  event: string;
}) {
  const takeBack = useSwapAct(token, (attendeeId: string) => swapCalls.takeBack(token, attendeeId));
  const sorted = mine.toSorted((a, b) => a.state.localeCompare(b.state) || b.at.localeCompare(a.at));
  return (
    <section className="stack" aria-labelledby="mine">
      <h3 id="mine">{words.title}</h3>
      {takeBack.error !== null && <Failure error={takeBack.error} again={takeBack.reset} />}
      <ul className={styles['list']} aria-live="polite">
        {sorted.map((person) => (
          <li key={person.attendeeId} className={styles['person']}>
            <p className={styles['name']}>{nameOf(person)}</p>
            {person.contact === null ? (
              <>
                <p className="soft">{words.waiting}</p>
                <div>
                  <Button
                    aria-label={words.takeBackName(nameOf(person))}
                    disabled={takeBack.isPending && takeBack.variables === person.attendeeId}
                    onClick={() => {
                      takeBack.mutate(person.attendeeId);
                    }}
                  >
                    {words.takeBack}
                  </Button>
                </div>
              </>
            ) : (
              <Contact name={nameOf(person)} email={person.contact.email} event={event} />
            )}
          </li>
        ))}
      </ul>
      <p className="soft small">{words.stays}</p>
    </section>
  );
}

const nameOf = ({ name }: SwappedPerson): string => name ?? words.hidden;

function Contact({ name, email, event }: { name: string; email: string; event: string }) {
  const [isCopied, setCopied] = useState(false);
  const file = contactFile({ name, email, note: words.met(event) });
  return (
    <>
      <p className="soft">{words.agreed}</p>
      <p>
        <a className={styles['mail']} href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
          {email}
        </a>
      </p>
      <div className="row">
        <Button
          aria-label={words.copyName(name)}
          onClick={() => {
            void navigator.clipboard.writeText(email).then(() => {
              setCopied(true);
            });
          }}
        >
          {words.copy}
        </Button>
        <a
          className={styles['save']}
          aria-label={words.saveName(name)}
          download={fileNameOf(name)}
          href={`data:text/vcard;charset=utf-8,${encodeURIComponent(file)}`}
        >
          {words.save}
        </a>
      </div>
      <p role="status" className="soft small">
        {isCopied && words.copied}
      </p>
    </>
  );
}
