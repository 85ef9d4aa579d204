import { Button, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messagesApp } from '#libs/words';
import { useEventPath, useMembership } from '../../app/me.ts';
import { StateWord } from '../../components/state-word.tsx';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { mayWriteMessages } from '../../lib/rights.ts';
import { messageCalls } from './message-calls.ts';
import { messagesQuery, tellQuery } from './message-queries.ts';
import styles from './messages.module.css';

const words = messagesApp.tell;

/** Changes that somebody put off, as "event revision": until the page is opened anew the overview does not ask again. */
const putOff = new Set<string>();

/**
 * After a change of time or place: whether guests are to hear of it. Nothing is mailed before somebody says so.
 * @param canWait false where the question is no interruption
 */
export function TellGuests({ canWait }: { canWait: boolean }) {
  const path = useEventPath();
  const mayTell = mayWriteMessages(useMembership().role);
  const { data } = useQuery({ ...tellQuery(path), enabled: mayTell });
  const isBeingTold = useUnsettled().some(({ key }) => key === keyOf(path.eventId));
  const [note, setNote] = useState<string>();
  const [isPutOff, setPutOff] = useState(false);
  const tell = useTell();
  if (data === undefined || data.count === 0 || data.changed.length === 0) return null;
  const { count, onlyListed, revision, changed } = data;
  const occasion = `${path.eventId} ${String(revision)}`;
  if (canWait && (isPutOff || putOff.has(occasion))) return null;
  return (
    <section aria-labelledby="tell-guests" className={styles['tell']}>
      <h2 id="tell-guests">{words.title(count)}</h2>
      <p className="soft">{words.text(changed)}</p>
      {onlyListed > 0 && <p className="soft">{messagesApp.whom.onlyListed(onlyListed)}</p>}
      {isBeingTold ? (
        <StateWord tone="warn">{words.waits}</StateWord>
      ) : (
        <>
          {note !== undefined && <Note note={note} change={setNote} />}
          <div className="row">
            <Button
              onClick={() => {
                tell(count, revision, note ?? '');
              }}
            >
              {words.button(count)}
            </Button>
            {note === undefined && (
              <Button
                variant="default"
                onClick={() => {
                  setNote('');
                }}
              >
                {words.addNote}
              </Button>
            )}
            {canWait && (
              <Button
                variant="subtle"
                onClick={() => {
                  putOff.add(occasion);
                  setPutOff(true);
                }}
              >
                {words.later}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

const keyOf = (eventId: string): string => `tell:${eventId}`;

function Note({ note, change }: { note: string; change: (note: string) => void }) {
  return (
    <Textarea
      label={words.note}
      description={words.noteHelp}
      name="note"
      maxLength={500}
      autosize
      minRows={2}
      autoFocus
      value={note}
      onChange={({ currentTarget }) => {
        change(currentTarget.value);
      }}
    />
  );
}

/** A mail cannot be called back, so it waits its ten seconds. */
function useTell() {
  const path = useEventPath();
  const queries = useQueryClient();
  return (count: number, revision: number, note: string): void => {
    intend({
      key: keyOf(path.eventId),
      sentence: words.will(count),
      apply: async () => {
        const told = await messageCalls.tell(path, { revision, note });
        say('done', words.told(told.count));
      },
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone === true) return;
        void queries.invalidateQueries(tellQuery(path));
        void queries.invalidateQueries(messagesQuery(path));
      },
    });
  };
}
