import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MailStops, MailTopic } from '../attendees/mail-stops.service.ts';
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
  const { organizationName, organizationAccent, stopped } = stops;
  const title = sentences.title(organizationName);
  const open = choices(topic).filter((choice) => !stopped.includes(choice) && !stopped.includes('all'));
  return (
    <Page title={title} demo={frame.demo} accent={organizationAccent}>
      <h1>{title}</h1>
      {stopped.length === 0 ? null : <Stopped {...{ frame, token, stopped }} />}
      {open.length === 0 ? null : (
        <>
          <p className="lead">{sentences.lead}</p>
          <Form action={`/unsubscribe/${token}`} token={frame.token}>
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

const choices = (topic: MailTopic): MailTopic[] =>
  topic === 'all' ? ['introductions', 'events', 'all'] : [topic, 'all'];

function Stopped({
  frame,
  token,
  stopped,
}: {
  frame: Frame;
  token: string;
  stopped: readonly MailTopic[];
}): ReactElement {
  return (
    <>
      <Notice kind="good" title={sentences.stoppedTitle}>
        {stopped.map((topic) => (
          <p key={topic}>{sentences.stopped[topic]}</p>
        ))}
      </Notice>
      <Form action={`/unsubscribe/${token}/resume`} token={frame.token}>
        <Button kind="plain">{sentences.resume}</Button>
      </Form>
    </>
  );
}
