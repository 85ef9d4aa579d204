import { eveningContacts } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { type SwapPerson, swapCalls } from './calls.ts';
import styles from './contacts.module.css';
import { useSwapAct } from './use-swaps.ts';

const words = eveningContacts.asked;

/** Whoever scanned my code stands before me and waits. */
export function Asked({ token, asked }: { token: string; asked: readonly SwapPerson[] }) {
  const answer = useSwapAct(token, ({ id, yes }: { id: string; yes: boolean }) =>
    swapCalls.answer(token, id, yes),
  );
  const isBusy = (id: string): boolean => answer.isPending && answer.variables.id === id;
  return (
    <div aria-live="polite">
      {asked.length > 0 && (
        <section className={styles['asked']} aria-labelledby="asked">
          <h3 id="asked">{words.title}</h3>
          {answer.error !== null && <Failure error={answer.error} again={answer.reset} />}
          <ul className="stack">
            {asked.map(({ attendeeId: id, name }) => (
              <li key={id} className="stack">
                <p>{words.text(name)}</p>
                <div className="row">
                  <Button
                    look="main"
                    aria-label={words.named(words.yes, name)}
                    disabled={isBusy(id)}
                    onClick={() => {
                      answer.mutate({ id, yes: true });
                    }}
                  >
                    {words.yes}
                  </Button>
                  <Button
                    aria-label={words.named(words.no, name)}
                    disabled={isBusy(id)}
                    onClick={() => {
                      answer.mutate({ id, yes: false });
                    }}
                  >
                    {words.no}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          <p className="soft small">{words.noText}</p>
        </section>
      )}
    </div>
  );
}
