import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement, ReactNode } from 'react';
import type { MyInvitation } from '../attendees/my-invitation.service.ts';
import { EventTime } from './event.page.tsx';
import { Button, Fault, type FieldFault, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';
import { withLabels } from './rsvp-fields.ts';
import { EventFields, ForIntroductions, NameField, type RsvpFields } from './rsvp-form.tsx';

const sentences = words.invited;

export interface InvitedPageProps {
  frame: Frame;
  token: string;
  invitation: MyInvitation;
  fields: RsvpFields;
  faults?: readonly FieldFault[];
  /** A refusal that belongs to no field. */
  refusal?: string | undefined;
}

/** Behind the link of an invitation: what it is to, who invites, and a yes or a no that is a button each. */
export function InvitedPage(props: InvitedPageProps): ReactElement {
  const { invitation, faults = [], refusal } = props;
  const { event, inviter, email, standing, saidNo } = invitation;
  const by =
    inviter === null
      ? sentences.by(event.organizationName)
      : sentences.byFrom(inviter, event.organizationName);
  return (
    <Sheet {...props} title={`${sentences.eyebrow}: ${event.title}`}>
      <Fault faults={withLabels(faults, event.questions)} sentence={refusal} />
      <p className="eyebrow">{sentences.eyebrow}</p>
      <h1>{event.title}</h1>
      <p className="lead">{by}</p>
      <EventFacts {...props} />
      {saidNo ? (
        <Notice title={sentences.saidNoTitle}>
          <p>{sentences.saidNo}</p>
        </Notice>
      ) : null}
      {standing === 'open' ? <Yes {...props} /> : null}
      {standing === 'ahead' ? <Ahead {...props} /> : null}
      {standing === 'answered' ? <Answered {...props} /> : null}
      {standing === 'refused' ? (
        <Notice title={sentences.refusedTitle}>
          <p>{sentences.refused}</p>
        </Notice>
      ) : null}
      {!saidNo && (standing === 'open' || standing === 'ahead') ? <No {...props} /> : null}
      <p>
        <small>{sentences.sentTo(email)}</small>
      </p>
    </Sheet>
  );
}

/** Taken back, or too late: what is left is the event. */
export function InvitationOverPage(
  props: Pick<InvitedPageProps, 'frame' | 'invitation'> & { why: keyof typeof sentences.over },
): ReactElement {
  const { title, text } = sentences.over[props.why];
  const { event } = props.invitation;
  return (
    <Sheet {...props} title={title}>
      <p className="eyebrow">{event.title}</p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>
        <a href={`/e/${event.slug}`}>{sentences.more}</a>
      </p>
      <p>
        <a href={`/o/${event.organizationSlug}`}>{sentences.others(event.organizationName)}</a>
      </p>
    </Sheet>
  );
}

interface SheetProps extends Pick<InvitedPageProps, 'frame' | 'invitation'> {
  title: string;
  children: ReactNode;
}

function Sheet({ frame, invitation: { event }, title, children }: SheetProps): ReactElement {
  return (
    <Page
      title={title}
      accent={event.organizationAccent}
      demo={frame.demo}
      house={{ name: event.organizationName, href: `/o/${event.organizationSlug}` }}
    >
      {children}
    </Page>
  );
}

function EventFacts({ invitation: { event } }: InvitedPageProps): ReactElement {
  const where = [event.place, event.city].filter((part) => part !== '').join(', ');
  return (
    <>
      <dl className="facts">
        <dt>{words.pages.event.when}</dt>
        <dd>
          <EventTime event={event} />
        </dd>
        {where === '' ? null : (
          <>
            <dt>{words.pages.event.where}</dt>
            <dd>{where}</dd>
          </>
        )}
      </dl>
      <p>
        <a href={`/e/${event.slug}`}>{sentences.more}</a>
      </p>
    </>
  );
}

function Yes({ frame, token, invitation: { event }, fields, faults = [] }: InvitedPageProps): ReactElement {
  const full = event.seatsLeft === 0;
  if (full && !event.waitlistOpen) {
    return (
      <Notice title={sentences.fullTitle}>
        <p>{sentences.full}</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby="rsvp">
      <h2 id="rsvp">{sentences.yesTitle}</h2>
      <p>{full ? sentences.yesLeadFull : sentences.yesLead}</p>
      <Form action={`/invited/${token}`} token={frame.token}>
        <NameField fields={fields} faults={faults} />
        <EventFields event={event} fields={fields} faults={faults} />
        <ForIntroductions fields={fields} faults={faults} />
        <Button>{full ? sentences.yesFull : sentences.yes}</Button>
      </Form>
    </section>
  );
}

function No({ frame, token }: InvitedPageProps): ReactElement {
  return (
    <section aria-labelledby="no">
      <h2 id="no">{sentences.noTitle}</h2>
      <Form action={`/invited/${token}/decline`} token={frame.token}>
        <Button kind="second">{sentences.no}</Button>
      </Form>
    </section>
  );
}

function Ahead({ invitation: { event } }: InvitedPageProps): ReactElement | null {
  if (event.opensAt === null) return null;
  return (
    <Notice title={sentences.aheadTitle}>
      <p>{sentences.ahead(momentOf(event.opensAt, event.timeZone))}</p>
    </Notice>
  );
}

/** The page of the RSVP is opened by a press, because its link is made then (rule 8). */
function Answered({ frame, token }: InvitedPageProps): ReactElement {
  return (
    <Notice kind="good" title={sentences.answeredTitle}>
      <p>{sentences.answered}</p>
      <Form action={`/invited/${token}/rsvp`} token={frame.token}>
        <Button>{sentences.toRsvp}</Button>
      </Form>
    </Notice>
  );
}
