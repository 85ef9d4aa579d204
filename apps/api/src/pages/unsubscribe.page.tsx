import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { type MailStops, type MailTopic, mailTopics } from '../attendees/mail-stops.service.ts';
import { Button, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.stops;

export interface UnsubscribeProps {
  frame: Frame;
  token: string;
  /** What the mail that led here was about: offered first. */
  topic: MailTopic;
  stops: MailStops;
}

/** Each button stops one thing at once; nothing is stopped by looking. */
export function UnsubscribePage({ frame, token, topic, stops }: UnsubscribeProps): ReactElement {
  const { organizationName, organizationAccent, stopped, pausedUntil } = stops;
  const title = sentences.title(organizationName);
  const open = choices(topic, stops);
  return (
    <Page title={title} demo={frame.demo} accent={organizationAccent}>
      <h1>{title}</h1>
      {stopped.length === 0 && pausedUntil === null ? null : <Stopped {...{ frame, token, stops }} />}
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
    </Page>
  );
}

/** What can still be stopped, what led here first. */
function choices(topic: MailTopic, { stopped, pausedUntil }: MailStops): (MailTopic | 'pause')[] {
  if (stopped.includes('all')) return [];
  const topics: MailTopic[] = topic === 'all' ? [...mailTopics] : [topic, 'all'];
  const open = topics.filter((choice) => !stopped.includes(choice));
  return open.includes('introductions') && pausedUntil === null ? ['pause', ...open] : open;
}

function Stopped({ frame, token, stops }: { frame: Frame; token: string; stops: MailStops }): ReactElement {
  const { stopped, pausedUntil } = stops;
  return (
    <>
      <Notice kind="good" title={stopped.length === 0 ? sentences.pausedTitle : sentences.stoppedTitle}>
        {stopped.map((topic) => (
          <p key={topic}>{sentences.stopped[topic]}</p>
        ))}
        {pausedUntil === null ? null : <p>{sentences.paused(dayFormat.format(pausedUntil))}</p>}
      </Notice>
      <Form action={`/unsubscribe/${token}/resume`} token={frame.token}>
        <Button kind="plain">{sentences.resume}</Button>
      </Form>
    </>
  );
}

/** A day three months away needs no zone. */
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
