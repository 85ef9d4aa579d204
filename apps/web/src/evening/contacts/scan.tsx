import { type SyntheticEvent, Suspense, lazy, useState } from 'react';
import { eveningContacts, eveningPage } from '#libs/words';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import { Button } from '../../phone/button.tsx';
import { Field } from '../../phone/field.tsx';
import { Notice } from '../../phone/notice.tsx';
import { type SwappedPerson, type Swaps, swapCalls } from './calls.ts';
import { codeOf } from './code.ts';
import { useSwapAct } from './use-swaps.ts';

const words = eveningContacts.scan;

/** Whoever never scans does not load what reads pictures. */
const Camera = lazy(async () => ({ default: (await import('./camera.tsx')).Camera }));

/** The other's code by camera, or typed as they say it. */
export function Scan({ token, mine }: { token: string; mine: readonly SwappedPerson[] }) {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState('');
  const scan = useSwapAct(token, (code: string) => swapCalls.scan(token, code));
  const send = (text: string): void => {
    const code = codeOf(text);
    if (code === null) {
      setTold(words.notOurs);
      return;
    }
    setTold('');
    scan.mutate(code, {
      onSuccess: (swaps) => {
        setOpen(false);
        setTold(toldOf(swaps, mine));
      },
    });
  };
  return (
    <section className="stack" aria-labelledby="scan">
      <h3 id="scan">{words.title}</h3>
      {isOpen && (
        <Suspense fallback={<p role="status">{words.starting}</p>}>
          <Camera tell={send} />
        </Suspense>
      )}
      <div>
        <Button
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? words.close : words.open}
        </Button>
      </div>
      <Typed send={send} isBusy={scan.isPending} />
      <div role="status">{told !== '' && <p>{told}</p>}</div>
      {scan.error !== null && (
        <Notice fault>
          <p>{scan.error instanceof ProblemError ? sentenceOf(scan.error) : eveningPage.failed}</p>
        </Notice>
      )}
    </section>
  );
}

/** Whom the scan asked: who was on the list before is no news. */
function toldOf(swaps: Swaps, before: readonly SwappedPerson[]): string {
  const known = new Set(before.map(({ attendeeId }) => attendeeId));
  const fresh = swaps.mine.find(({ attendeeId }) => !known.has(attendeeId));
  if (fresh === undefined) return words.askedSomebody;
  if (fresh.name === null) return words.askedHidden;
  return fresh.state === 'agreed' ? words.agreed(fresh.name) : words.asked(fresh.name);
}

function Typed({ send, isBusy }: { send: (code: string) => void; isBusy: boolean }) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const code = codeOf(text);
    setMissing(code === null);
    if (code === null) return;
    send(code);
    setText('');
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <Field
        label={words.type}
        hint={words.hint}
        fault={isMissing ? words.missing : undefined}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
      />
      <div>
        <Button type="submit" disabled={isBusy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
