import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { mailHealth as words } from '#libs/words';
import { useMe } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { type MailTest, sendTest, testQuery } from './mail-calls.ts';
import { Part } from './mail-figures.tsx';
import styles from './installation-mail.module.css';

/** One mail to oneself, and every step of it as it happens. */
export function SendTest() {
  const { person } = useMe();
  const send = useMutation({ mutationFn: sendTest });
  return (
    <Part title={words.test.title}>
      <p>{words.test.lead(person?.email ?? '')}</p>
      <div>
        <Button
          variant="default"
          loading={send.isPending}
          onClick={() => {
            send.mutate();
          }}
        >
          {send.data === undefined ? words.test.send : words.test.sendAgain}
        </Button>
      </div>
      {send.isError && <Fault>{sentenceOf(send.error)}</Fault>}
      <div role="status">{send.data !== undefined && <Steps testId={send.data.id} />}</div>
    </Part>
  );
}

const way = ['queued', 'sending', 'handed', 'sent'] as const;

/** The steps that a mail has behind it, as far as its state tells, and the one it is at. */
function stepsTo(state: MailTest['state']): MailTest['state'][] {
  const at = way.findIndex((step) => step === state);
  return at < 0 ? ['queued', 'sending', state] : way.slice(0, at + 1);
}

function Steps({ testId }: { testId: string }) {
  const { data, error } = useQuery(testQuery(testId));
  if (data === undefined) return error === null ? null : <Fault>{sentenceOf(error)}</Fault>;
  const { state, outcome, verdict } = data;
  return (
    <>
      <ol className={styles['steps']}>
        {stepsTo(state).map((step) => (
          <li key={step}>{words.test.steps[step]}</li>
        ))}
      </ol>
      {outcome !== null && <p className="soft small">{words.test.answer(outcome)}</p>}
      <p>
        <strong>{words.verdicts[verdict]}</strong>
      </p>
    </>
  );
}
