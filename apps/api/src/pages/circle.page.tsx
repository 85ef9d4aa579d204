import type { CirclePerson } from '#libs/database';
import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyCircle } from '../circles/my-circles.service.ts';
import { Button, Choice, Fault, Field, type FieldFault, Form, Notice, Page, faultOf } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.circles;

export interface CirclePageProps {
  frame: Frame;
  /** The page's own address, where its forms go. */
  path: string;
  circle: MyCircle;
  /** What was typed, when the form comes back. */
  contact?: string | undefined;
  faults?: readonly FieldFault[];
}

/** One's place in a circle. Before one is in it, the page depends on one's own answer and the days alone. */
export function CirclePage(props: CirclePageProps): ReactElement {
  const { frame, circle } = props;
  const Stage = { question: Question, yes: SaidYes, no: SaidNo, in: Within, over: Over }[circle.stage];
  return (
    <Page
      title={circle.stage === 'over' ? sentences.title : circle.name}
      accent={circle.accent}
      demo={frame.demo}
    >
      <Stage {...props} />
    </Page>
  );
}

function Question({ frame, path, circle, contact, faults = [] }: CirclePageProps): ReactElement {
  return (
    <>
      <h1>{circle.name}</h1>
      <Fault faults={faults} />
      <p className="lead">{sentences.about(circle.eventTitle, circle.organizationName)}</p>
      <p>{sentences.how}</p>
      <h2>{sentences.question}</h2>
      <Form action={`${path}/answer`} token={frame.token}>
        <Field
          name="contact"
          label={sentences.contact}
          hint={sentences.contactHint}
          fault={faultOf(faults, 'contact')}
          value={contact}
          optional
          maxLength={254}
        />
        <div className="actions">
          <Button name="answer" value="yes">
            {sentences.yes}
          </Button>
          <Button kind="second" name="answer" value="no">
            {sentences.no}
          </Button>
        </div>
      </Form>
      <Until circle={circle} />
    </>
  );
}

function SaidYes({ frame, path, circle }: CirclePageProps): ReactElement {
  const { contact } = circle;
  return (
    <>
      <h1>{sentences.saidYesTitle}</h1>
      <p className="lead">{sentences.saidYes}</p>
      <p>{contact === null ? sentences.reachByMail : sentences.reach(contact)}</p>
      <Form action={`${path}/answer`} token={frame.token}>
        <Button kind="second" name="answer" value="no">
          {sentences.takeBack}
        </Button>
      </Form>
      <Until circle={circle} />
    </>
  );
}

function SaidNo(): ReactElement {
  return (
    <>
      <h1>{sentences.saidNoTitle}</h1>
      <p className="lead">{sentences.saidNo}</p>
    </>
  );
}

function Until({ circle: { askEndsAt, timeZone } }: { circle: MyCircle }): ReactElement | null {
  return askEndsAt === null ? null : (
    <p className="quiet">{sentences.until(momentOf(askEndsAt, timeZone))}</p>
  );
}

function Over(): ReactElement {
  return (
    <>
      <h1>{sentences.overTitle}</h1>
      <p className="lead">{sentences.over}</p>
    </>
  );
}

function Within(props: CirclePageProps): ReactElement {
  const { frame, path, circle } = props;
  return (
    <>
      <h1>{circle.name}</h1>
      {circle.usefulEndsAt === null ? null : <Useful {...props} endsAt={circle.usefulEndsAt} />}
      {circle.pollEndsAt === null ? <Meeting {...props} /> : <Poll {...props} endsAt={circle.pollEndsAt} />}
      <section>
        <h2>{sentences.mates}</h2>
        <ul className="list">{circle.mates.map(mateLine)}</ul>
      </section>
      <details>
        <summary>{sentences.leave.title}</summary>
        <p>{sentences.leave.lead}</p>
        <Form action={`${path}/leave`} token={frame.token}>
          <Button kind="second">{sentences.leave.action}</Button>
        </Form>
      </details>
    </>
  );
}

function mateLine({ name, crafts, contact }: CirclePerson): ReactElement {
  return (
    <li key={`${name} ${contact}`}>
      <h3>{name}</h3>
      {crafts.length === 0 ? null : (
        <>
          <span className="quiet">{crafts.join(', ')}</span>
          <br />
        </>
      )}
      {contact}
    </li>
  );
}

function Poll({ frame, path, circle, endsAt }: CirclePageProps & { endsAt: Date }): ReactElement {
  const { dates, polled, timeZone } = circle;
  return (
    <section>
      <h2>{sentences.poll.title}</h2>
      {polled ? <Notice kind="good" title={sentences.poll.saved} /> : null}
      <p>{sentences.poll.lead(momentOf(endsAt, timeZone))}</p>
      <Form action={`${path}/dates`} token={frame.token}>
        {dates.map(({ id, startsAt, isMine }) => (
          <Choice key={id} name="date" value={id} label={momentOf(startsAt, timeZone)} checked={isMine} />
        ))}
        <p className="quiet">{sentences.poll.none}</p>
        <Button>{sentences.poll.save}</Button>
      </Form>
    </section>
  );
}

function Meeting({ path, circle }: CirclePageProps): ReactElement {
  const { meeting, timeZone, place } = circle;
  if (meeting === null) return <p className="lead">{sentences.meeting.waiting}</p>;
  return (
    <section>
      <h2>{sentences.meeting.title}</h2>
      <p className="lead">{momentOf(meeting.startsAt, timeZone)}</p>
      {place === '' ? null : (
        <p>
          {sentences.meeting.where}
          {': '}
          {place}
        </p>
      )}
      <p>
        <a href={`${path}/calendar.ics`}>{sentences.meeting.calendar}</a>
      </p>
    </section>
  );
}

function Useful({ frame, path, circle, endsAt }: CirclePageProps & { endsAt: Date }): ReactElement {
  const { useful, timeZone } = circle;
  return (
    <section>
      <h2>{sentences.useful.title}</h2>
      <p>{sentences.useful.lead(momentOf(endsAt, timeZone))}</p>
      {useful === null ? null : (
        <Notice kind="good" title={useful === 'yes' ? sentences.useful.saidYes : sentences.useful.saidNo} />
      )}
      <Form action={`${path}/useful`} token={frame.token}>
        <div className="actions">
          <Button name="useful" value="yes" kind={useful === 'yes' ? 'second' : 'main'}>
            {sentences.useful.yes}
          </Button>
          <Button name="useful" value="no" kind="second">
            {sentences.useful.no}
          </Button>
        </div>
      </Form>
    </section>
  );
}
