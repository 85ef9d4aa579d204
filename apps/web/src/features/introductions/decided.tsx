import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { Board, IntroductionView, Standing } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { boardKey } from './board-query.ts';
import styles from './decided.module.css';
import { MailsDialog } from './mails-dialog.tsx';

const groups: readonly { standings: readonly Standing[]; id: keyof typeof app.introductions.groups }[] = [
  { id: 'approved', standings: ['approved'] },
  { id: 'asked', standings: ['asked'] },
  { id: 'introduced', standings: ['introduced'] },
  { id: 'didNotHappen', standings: ['did not happen'] },
  { id: 'setAside', standings: ['dismissed', 'withdrawn'] },
];

/** What was decided and what became of it, as far as a host may know. */
export function Decided({ board }: { board: Board }) {
  const words = app.introductions.groups;
  const [reading, setReading] = useState<IntroductionView>();
  return (
    <>
      {groups.map(({ id, standings }) => {
        const pairs = board.introductions.filter(({ standing }) => standings.includes(standing));
        return pairs.length === 0 ? null : (
          <section key={id} aria-label={words[id].title} className={styles['group']}>
            <h2>
              {words[id].title} <span className={styles['count']}>{pairs.length}</span>
            </h2>
            <p className="soft small">{words[id].text}</p>
            <ul>
              {pairs.map((pair) => (
                <DecidedPair
                  key={pair.id}
                  pair={pair}
                  timeZone={board.event.timeZone}
                  read={() => {
                    setReading(pair);
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {reading !== undefined && (
        <MailsDialog
          pair={reading}
          close={() => {
            setReading(undefined);
          }}
        />
      )}
    </>
  );
}

function DecidedPair({
  pair,
  timeZone,
  read,
}: {
  pair: IntroductionView;
  timeZone: string;
  read: () => void;
}) {
  const words = app.introductions;
  const names = words.both(pair.a.name, pair.b.name);
  return (
    <li className={styles['pair']}>
      <div>
        <p className={styles['names']}>{names}</p>
        {pair.standing === 'approved' && pair.leavesAt !== null && (
          <p className="soft small">{words.leaves(momentOf(pair.leavesAt, timeZone))}</p>
        )}
      </div>
      <div className="row">
        {['approved', 'asked', 'introduced'].includes(pair.standing) && (
          <Button variant="subtle" aria-label={words.mails.openFor(names)} onClick={read}>
            {words.mails.open}
          </Button>
        )}
        {pair.standing === 'approved' && <TakeBack pair={pair} names={names} />}
        {['dismissed', 'withdrawn'].includes(pair.standing) && <BringBack pair={pair} names={names} />}
      </div>
    </li>
  );
}

/** A pair that was set aside comes back as one of the host's own. */
function BringBack({ pair, names }: { pair: IntroductionView; names: string }) {
  const words = app.introductions;
  const path = useEventPath();
  const pin = () =>
    api.introductions.pin(path, { attendeeA: pair.a.attendeeId, attendeeB: pair.b.attendeeId });
  return (
    <Act name={words.bringBackFor(names)} does={pin} done={words.broughtBack(names)}>
      {words.bringBack}
    </Act>
  );
}

/** Stopping a mail waits for nothing. */
function TakeBack({ pair, names }: { pair: IntroductionView; names: string }) {
  const words = app.introductions;
  const path = useEventPath();
  const takeBack = () => api.introductions.decide(path, 'take-back', pair);
  return (
    <Act name={words.takeBackFor(names)} does={takeBack} done={words.takenBack(names)}>
      {words.takeBack}
    </Act>
  );
}

interface ActProps {
  name: string;
  does: () => Promise<unknown>;
  done: string;
  children: string;
}

/** One act on a decided pair, at once: it says what came of it, and the board is asked anew either way. */
function Act({ name, does, done, children }: ActProps) {
  const path = useEventPath();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: does,
    onSuccess: () => {
      say('done', done);
    },
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: boardKey(path) }),
  });
  return (
    <Button
      variant="subtle"
      aria-label={name}
      loading={act.isPending}
      onClick={() => {
        act.mutate();
      }}
    >
      {children}
    </Button>
  );
}
