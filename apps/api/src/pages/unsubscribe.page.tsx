import { spokenLocale, words } from '#libs/words';
import type { ReactElement } from 'react';
import {
  type MailStops,
  type MailTopic,
  type OwnStops,
  mailTopics,
} from '../attendees/mail-stops.service.ts';
import { Button, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.stops;

type Choice = MailTopic | 'pause';

export interface UnsubscribeProps {
  frame: Frame;
  token: string;
  /** What the mail that led here was about: offered first. */
  topic: MailTopic;
  stops: MailStops;
  /** What was stopped a moment ago, and the token that takes it back. */
  done: { choice: Choice; resumeToken: string } | null;
}

/**
 * Each button stops one thing at once; nothing is stopped by looking. The page is the same whatever was stopped before, but
 * for the person themself, signed in.
 */
export function UnsubscribePage({ frame, token, topic, stops, done }: UnsubscribeProps): ReactElement {
  const { organizationName, organizationAccent, own } = stops;
  const title = sentences.title(organizationName);
  const open = choices(topic, done?.choice ?? null, own);
  return (
    <Page title={title} demo={frame.demo} accent={organizationAccent}>
      <h1>{title}</h1>
      {done === null ? null : <Done frame={frame} token={token} done={done} />}
      {own === null || done !== null ? null : <Own frame={frame} token={token} own={own} />}
      {open.length === 0 ? null : (
        <>
          <p className="lead">{sentences.lead}</p>
          <Form action={`/unsubscribe/${token}?topic=${topic}`} token={frame.token}>
            <div className="actions">
              {open.map((choice, index) => (
                <Button key={choice} name="topic" value={choice} kind={index === 0 ? 'main' : 'second'}>
                  {choice === 'all' ? sentences.all(organizationName) : sentences[choice]}
                </Button>
              ))}
            </div>
          </Form>
        </>
      )}
      {own === null ? (
        <p>
          <a href={`/sign-in?returnTo=${encodeURIComponent(`/unsubscribe/${token}`)}`}>{sentences.signIn}</a>
        </p>
      ) : null}
      <p>
        <a href="/me/mail">{sentences.allMail}</a>
      </p>
    </Page>
  );
}

/** What can be stopped, what led here first; as far as the reader may know, without what is stopped already. */
function choices(topic: MailTopic, done: Choice | null, own: OwnStops | null): Choice[] {
  const stopped: readonly Choice[] = [
    ...(done === null ? [] : [done]),
    ...(own === null ? [] : own.stopped),
    ...((own?.pausedUntil ?? null) === null ? [] : ['pause' as const]),
  ];
  if (stopped.includes('all')) return [];
  // Digests go to hosts only, and lead here by a link of their own.
  const topics = topic === 'all' ? mailTopics.filter((one) => one !== 'digests') : [topic, 'all' as const];
  const open = topics.filter((choice) => !stopped.includes(choice));
  return open.includes('introductions') && !stopped.includes('pause') ? ['pause', ...open] : open;
}

interface DoneProps {
  frame: Frame;
  token: string;
  done: NonNullable<UnsubscribeProps['done']>;
}

/** The same whether it was stopped before or not. */
function Done({ frame, token, done: { choice, resumeToken } }: DoneProps): ReactElement {
  const isPause = choice === 'pause';
  return (
    <>
      <Notice kind="good" title={isPause ? sentences.pausedTitle : sentences.stoppedTitle}>
        <p>{isPause ? sentences.pausedNow : sentences.stopped[choice]}</p>
      </Notice>
      <Form action={`/unsubscribe/${token}/resume`} token={frame.token}>
        <input type="hidden" name="resume" value={resumeToken} />
        <Button kind="plain">{sentences.takeBack}</Button>
      </Form>
    </>
  );
}

function Own({ frame, token, own }: { frame: Frame; token: string; own: OwnStops }): ReactElement | null {
  const { stopped, pausedUntil } = own;
  if (stopped.length === 0 && pausedUntil === null) return null;
  return (
    <>
      <Notice kind="good" title={stopped.length === 0 ? sentences.pausedTitle : sentences.stoppedTitle}>
        {stopped.map((topic) => (
          <p key={topic}>{sentences.stopped[topic]}</p>
        ))}
        {pausedUntil === null ? null : <p>{sentences.paused(dayOf(pausedUntil))}</p>}
      </Notice>
      <Form action={`/unsubscribe/${token}/resume`} token={frame.token}>
        <Button kind="plain">{sentences.resume}</Button>
      </Form>
    </>
  );
}

/** A day three months away needs no zone. */
const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
