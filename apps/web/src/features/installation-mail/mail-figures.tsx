import type { ReactNode } from 'react';
import { mailHealth as words } from '#libs/words';
import { Figures } from '../../components/figures.tsx';
import { StateWord } from '../../components/state-word.tsx';
import { momentOf, ownTimeZone } from '../../lib/times.ts';
import type { MailHealth } from './mail-calls.ts';
import styles from './installation-mail.module.css';

interface PartProps {
  title: string;
  children: ReactNode;
}

export const Part = ({ title, children }: PartProps) => (
  <section className={styles['part']}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** From here on a wait is worth a word: a mail server that is away is asked again after 1, 5 and 15 minutes. */
const longWaitSeconds = 15 * 60;

export const waitsLong = ({ queue }: MailHealth): boolean => (queue.oldestSeconds ?? 0) > longWaitSeconds;

export function MailFigures({ health }: { health: MailHealth }) {
  const { lastDay, suppressed } = health;
  return (
    <div className={styles['parts']}>
      <Part title={words.worker.title}>
        <Worker worker={health.worker} />
      </Part>
      <Part title={words.pause.title}>
        <Pause pause={health.pause} />
      </Part>
      <Part title={words.queue.title}>
        <Queue health={health} />
      </Part>
      <Part title={words.day.title}>
        <Figures
          figures={[
            { value: lastDay.sent, unit: words.day.sent },
            { value: lastDay.failed, unit: words.day.failed },
            { value: lastDay.unsure, unit: words.day.unsure },
            { value: lastDay.suppressed, unit: words.day.heldBack },
          ]}
        />
        <p className="soft small">{words.day.what}</p>
      </Part>
      <Part title={words.complaints.title}>
        <Complaints complaints={health.complaints} />
      </Part>
      <Part title={words.suppressed.title}>
        <p>{words.suppressed.count(suppressed)}</p>
      </Part>
    </div>
  );
}

function Worker({ worker: { isAlive, secondsAgo } }: Pick<MailHealth, 'worker'>) {
  const said = words.worker;
  if (isAlive) return <StateWord tone="good">{said.alive(secondsAgo ?? 0)}</StateWord>;
  return (
    <>
      <StateWord tone="bad">{secondsAgo === null ? said.never : said.silent(secondsAgo)}</StateWord>
      <p>{said.silentHow}</p>
    </>
  );
}

function Pause({ pause }: Pick<MailHealth, 'pause'>) {
  const said = words.pause;
  if (pause === null) return <StateWord tone="good">{said.free}</StateWord>;
  const reasons: Readonly<Record<string, string>> = said.reasons;
  return (
    <>
      <StateWord tone="bad">{said.paused(momentOf(pause.pausedAt, ownTimeZone()))}</StateWord>
      <p>{reasons[pause.reason] ?? said.other}</p>
    </>
  );
}

function Queue({ health }: { health: MailHealth }) {
  const said = words.queue;
  const { waiting, underWay, oldestSeconds } = health.queue;
  if (waiting === 0 && underWay === 0) return <p>{said.none}</p>;
  return (
    <>
      <Figures
        figures={[
          { value: waiting, unit: said.waiting },
          { value: underWay, unit: said.underWay },
        ]}
      />
      {oldestSeconds !== null && <p>{said.oldest(oldestSeconds)}</p>}
      {waitsLong(health) && <p>{said.slow}</p>}
    </>
  );
}

function Complaints({ complaints: { count, isAlarming, organizations } }: Pick<MailHealth, 'complaints'>) {
  const said = words.complaints;
  if (count === 0) return <p>{said.none}</p>;
  return (
    <>
      {isAlarming && <StateWord tone="bad">{said.tooMany}</StateWord>}
      <p>{said.rate(count)}</p>
      <p>{isAlarming ? said.alarm : said.few}</p>
      {organizations.length > 0 && (
        <>
          {!isAlarming && <StateWord tone="warn">{said.tooManyOf}</StateWord>}
          <p>{said.of}</p>
          <ul>
            {organizations.map((name, at) => (
              <li key={at}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
