import { useQuery } from '@tanstack/react-query';
import { mailHealth as words } from '#libs/words';
import { useMe } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { minuteOf, ownTimeZone } from '../../lib/times.ts';
import { useTitle } from '../../lib/title.ts';
import { MailFigures, waitsLong } from './mail-figures.tsx';
import { type MailHealth, healthQuery } from './mail-calls.ts';
import { MailRecords } from './mail-records.tsx';
import { SendTest } from './send-test.tsx';
import styles from './installation-mail.module.css';

/** Whether mail leaves, for whoever runs the installation. */
export function InstallationMail() {
  const { runsInstallation } = useMe();
  useTitle(words.title);
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{words.title}</h1>
        {runsInstallation && <p className="soft">{words.lead}</p>}
      </div>
      {runsInstallation ? <Post /> : <Empty title={words.notYours} text={words.onlyRunners} />}
    </div>
  );
}

function Post() {
  const { data, error } = useQuery(healthQuery);
  if (data === undefined)
    return error === null ? <Waiting what={words.reading} /> : <Fault>{sentenceOf(error)}</Fault>;
  const [tone, verdict] = verdictOf(data);
  return (
    <>
      <div className={styles['verdict']}>
        <p role="status" className={styles['said']}>
          <StateWord tone={tone}>{verdict}</StateWord>
        </p>
        <p className="soft small">{words.asOf(minuteOf(data.now, ownTimeZone()))}</p>
      </div>
      {error !== null && <Fault>{words.stale}</Fault>}
      <MailFigures health={data} />
      <SendTest />
      <MailRecords />
    </>
  );
}

function verdictOf(health: MailHealth): [Tone, string] {
  const { worker, pause, complaints } = health;
  if (!worker.isAlive || pause !== null) return ['bad', words.unwell];
  if (waitsLong(health) || complaints.isAlarming || complaints.organizations.length > 0)
    return ['warn', words.watch];
  return ['good', words.well];
}
