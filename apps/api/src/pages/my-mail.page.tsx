import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyMail, OrganizationMail, TopicStop } from '../attendees/my-mail.service.ts';
import { Button, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.myMail;

export interface MyMailPageProps {
  frame: Frame;
  mail: MyMail;
}

/** Each button does one thing at once, and needs no script. */
export function MyMailPage({ frame, mail }: MyMailPageProps): ReactElement {
  const { stoppedEverything, organizations } = mail;
  return (
    <Page title={sentences.title} demo={frame.demo}>
      <h1>{sentences.title}</h1>
      <p className="lead">{sentences.lead}</p>
      <Everything frame={frame} isStopped={stoppedEverything} />
      {organizations.length === 0 ? <p>{sentences.none}</p> : null}
      {organizations.map((organization) => (
        <OfOrganization
          key={organization.id}
          frame={frame}
          organization={organization}
          stoppedEverything={stoppedEverything}
        />
      ))}
      <section>
        <h2>{sentences.always.title}</h2>
        <p>{sentences.always.lead}</p>
        <ul>
          {sentences.always.list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <div className="actions">
        <a href="/me">{words.pages.mine.title}</a>
        <a href="/me/privacy">{words.privacy.page.link}</a>
      </div>
    </Page>
  );
}

function Everything({ frame, isStopped }: { frame: Frame; isStopped: boolean }): ReactElement {
  const { on, off, stop, resume, title } = sentences.everything;
  return (
    <section>
      <h2>{title}</h2>
      {isStopped ? (
        <Notice kind="good">
          <p>{off}</p>
        </Notice>
      ) : (
        <p>{on}</p>
      )}
      <Form action={isStopped ? '/me/mail/resume' : '/me/mail/stop'} token={frame.token}>
        <input type="hidden" name="topic" value="all" />
        <Button kind="second">{isStopped ? resume : stop}</Button>
      </Form>
    </section>
  );
}

interface OfOrganizationProps {
  frame: Frame;
  organization: OrganizationMail;
  stoppedEverything: boolean;
}

function OfOrganization({ frame, organization, stoppedEverything }: OfOrganizationProps): ReactElement {
  const { id, name, topics } = organization;
  return (
    <section id={`o-${id}`}>
      <h2>{name}</h2>
      <ul className="switches">
        {topics.map((one) => (
          <li key={one.topic}>
            <span>
              <strong>{nameOf(one.topic, name)}</strong>{' '}
              <span className="quiet">{stateOf(one, name, stoppedEverything)}</span>
            </span>
            {/* What a wider stop covers already has no switch of its own, unless it was stopped by itself too. */}
            {one.stoppedWith === null || one.isStopped ? (
              <Turn frame={frame} organization={organization} stop={one} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = (topic: TopicStop['topic'], organization: string): string =>
  topic === 'all' ? sentences.all(organization) : sentences.topics[topic];

function stateOf(
  { isStopped, stoppedWith }: TopicStop,
  organization: string,
  stoppedEverything: boolean,
): string {
  if (stoppedEverything) return sentences.offWith(sentences.everything.title);
  if (stoppedWith !== null) return sentences.offWith(nameOf(stoppedWith, organization));
  return isStopped ? sentences.off : sentences.on;
}

interface TurnProps {
  frame: Frame;
  organization: OrganizationMail;
  stop: TopicStop;
}

function Turn({ frame, organization: { id, name }, stop: { topic, isStopped } }: TurnProps): ReactElement {
  const what = nameOf(topic, name);
  return (
    <Form action={isStopped ? '/me/mail/resume' : '/me/mail/stop'} token={frame.token}>
      <input type="hidden" name="organization" value={id} />
      <input type="hidden" name="topic" value={topic} />
      <Button
        kind="second"
        label={isStopped ? sentences.resumeOne(what, name) : sentences.stopOne(what, name)}
      >
        {isStopped ? sentences.resume : sentences.stop}
      </Button>
    </Form>
  );
}
