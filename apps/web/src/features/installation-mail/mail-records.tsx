import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mailHealth } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { StateWord } from '../../components/state-word.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { type MailRecord, recordsQuery } from './mail-calls.ts';
import { Part } from './mail-figures.tsx';
import styles from './installation-mail.module.css';

const words = mailHealth.records;

/** What other mail servers look up, and the exact record where one is missing. */
export function MailRecords() {
  const { data, error, isFetching, refetch } = useQuery(recordsQuery);
  return (
    <Part title={words.title}>
      {error !== null && <Fault>{sentenceOf(error)}</Fault>}
      {data === undefined && error === null && <Waiting what={mailHealth.reading} />}
      {data !== undefined && (
        <>
          <p>{data.mailFrom === null ? words.unknown : words.lead(data.mailFrom)}</p>
          <ul className={styles['records']}>
            {data.records.map((record) => (
              <Record key={record.record} record={record} />
            ))}
          </ul>
          <div>
            <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
              {words.again}
            </Button>
          </div>
        </>
      )}
    </Part>
  );
}

function Record({ record: { record, state, name, found, add } }: { record: MailRecord }) {
  const sentences: Readonly<Record<string, string>> = words.states[record];
  return (
    <li>
      <h3>{words.names[record]}</h3>
      <Standing state={state} />
      <p>{sentences[state] ?? state}</p>
      {found !== null && <Copyable label={words.found} text={found} />}
      {add !== null && name !== null && (
        <Copyable label={found === null ? words.add(name) : words.instead(name)} text={add} />
      )}
    </li>
  );
}

function Standing({ state }: Pick<MailRecord, 'state'>) {
  if (state === 'good') return <StateWord tone="good">{words.good}</StateWord>;
  // Whether a mail server signs by itself, nobody can see from here.
  const isOpen = ['no-server', 'no-answer', 'not-signed'].includes(state);
  return <StateWord tone={isOpen ? 'quiet' : 'warn'}>{isOpen ? words.notLooked : words.look}</StateWord>;
}

const Copyable = ({ label, text }: { label: string; text: string }) => (
  <div>
    <p className="soft small">{label}</p>
    <code className={styles['record']}>{text}</code>
  </div>
);
