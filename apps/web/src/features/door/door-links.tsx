import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { doorDesk } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import type { EventPath } from '../../lib/api.ts';
import { intend, useIntentions } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { momentOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import { type DoorLink, doorCalls, doorLinksQuery } from './door-calls.ts';
import styles from './door.module.css';
import { MadeLink } from './made-link.tsx';

const words = doorDesk.links;

/** A link and a code for each phone, told once; every link can be taken back. */
export function DoorLinks({ path }: { path: EventPath }) {
  const list = useQuery(doorLinksQuery(path));
  const queries = useQueryClient();
  const [label, setLabel] = useState('');
  const make = useMutation({
    mutationFn: () => doorCalls.make(path, label.trim()),
    onSuccess: async () => {
      setLabel('');
      await queries.invalidateQueries(doorLinksQuery(path));
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  const links = list.data?.links.filter(({ revoked }) => !revoked) ?? [];
  return (
    <section className={styles['part']}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <form className={styles['make']} onSubmit={submit}>
        <TextInput
          label={words.label}
          description={words.labelHelp}
          name="label"
          maxLength={60}
          value={label}
          onChange={({ currentTarget }) => {
            setLabel(currentTarget.value);
          }}
        />
        <Button type="submit" loading={make.isPending} disabled={label.trim() === ''}>
          {words.make}
        </Button>
      </form>
      {make.isError && <Fault>{sentenceOf(make.error)}</Fault>}
      {make.data !== undefined && <MadeLink made={make.data} close={make.reset} />}
      {list.isPending && <Waiting />}
      {list.isError && <Fault>{sentenceOf(list.error)}</Fault>}
      {list.isSuccess && links.length === 0 && <p className="soft">{words.none}</p>}
      <ul className={styles['links']}>
        {links.map((link) => (
          <Row key={link.id} link={link} path={path} />
        ))}
      </ul>
    </section>
  );
}

function Row({ link, path }: { link: DoorLink; path: EventPath }) {
  const { id, label, lastSeenAt, expiresAt } = link;
  const { timeZone } = useEvent();
  const queries = useQueryClient();
  const key = `door-link:${id}`;
  const isLeaving = useIntentions().some((one) => one.key === key);
  const revoke = (): void => {
    intend({
      key,
      sentence: words.willRevoke(label),
      apply: () => doorCalls.revoke(path, id),
      settled: ({ error, undone }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
        if (undone !== true) void queries.invalidateQueries(doorLinksQuery(path));
      },
    });
  };
  return (
    <li className={styles['link']} data-leaving={isLeaving}>
      <div>
        <p className={styles['label']}>{label}</p>
        <p className="soft small">
          {lastSeenAt === null ? words.unseen : words.seen(momentOf(lastSeenAt, timeZone))}
        </p>
        <p className="soft small">{words.until(momentOf(expiresAt, timeZone))}</p>
      </div>
      {!isLeaving && (
        <Button variant="subtle" aria-label={words.revokeName(label)} onClick={revoke}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}
