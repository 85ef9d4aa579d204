import { wordList, words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyRsvp } from '../attendees/my-rsvps.service.ts';
import { EventTime } from './event.page.tsx';
import { Button, Fault, Form, Notice, Page } from './layout.tsx';
import { Calendars } from './my-rsvp-calendar.tsx';
import { About, Answers, Consents, Guests } from './my-rsvp-forms.tsx';
import type { MyRsvpPageProps } from './my-rsvp-props.ts';
import { Critique } from './my-rsvp-critique.tsx';
import { Evening } from './my-rsvp-evening.tsx';
import { PrivatePlace } from './private-place.tsx';
import { Standing } from './my-rsvp-standing.tsx';
import { Ticket } from './my-rsvp-ticket.tsx';
import { withLabels } from './rsvp-fields.ts';

const sentences = words.pages.mine;

/** One RSVP: how it stands and why, what its person can do about it, and a way out. */
export function MyRsvpPage(props: MyRsvpPageProps): ReactElement {
  const { frame, rsvp, path, site, ticket, saved, refused } = props;
  return (
    <Page
      title={`${sentences.status} · ${rsvp.title}`}
      accent={rsvp.organizationAccent}
      demo={frame.demo}
      house={{ name: rsvp.organizationName, href: `/o/${rsvp.organizationSlug}` }}
    >
      <Fault faults={withLabels(refused?.faults ?? [], rsvp.questions)} sentence={refused?.sentence} />
      {saved === undefined ? null : (
        <Notice kind="good">
          <p>{sentences.saved[saved]}</p>
        </Notice>
      )}
      <h1>{rsvp.title}</h1>
      <Standing frame={frame} rsvp={rsvp} path={path} />
      <Facts rsvp={rsvp} />
      <Evening frame={frame} rsvp={rsvp} path={path} />
      <Critique frame={frame} rsvp={rsvp} path={path} />
      {ticket === null ? null : <Ticket ticket={ticket} attendeeId={rsvp.attendeeId} />}
      {rsvp.cancellable ? <Calendars rsvp={rsvp} path={path} site={site} /> : null}
      <Answers {...props} />
      <Guests {...props} />
      <Consents {...props} />
      <About {...props} />
      <Seen rsvp={rsvp} />
      {rsvp.cancellable ? <GiveUp frame={frame} rsvp={rsvp} path={path} /> : null}
      <p>
        <a href={`/e/${rsvp.slug}`}>{sentences.event}</a>
      </p>
    </Page>
  );
}

function Facts({ rsvp }: { rsvp: MyRsvp }): ReactElement {
  const where = [rsvp.place, rsvp.city].filter((part) => part !== '').join(', ');
  return (
    <dl className="facts">
      <dt>{words.pages.event.when}</dt>
      <dd>
        <EventTime event={rsvp} />
      </dd>
      {where === '' ? null : (
        <>
          <dt>{words.pages.event.where}</dt>
          <dd>{where}</dd>
        </>
      )}
      {rsvp.privatePlace === null ? null : (
        <>
          <dt>{sentences.privatePlace}</dt>
          <dd>
            <PrivatePlace text={rsvp.privatePlace} />
          </dd>
        </>
      )}
      <dt>{sentences.as}</dt>
      <dd>{rsvp.name}</dd>
      {rsvp.partySize > 1 ? (
        <>
          <dt>{sentences.party}</dt>
          <dd>{sentences.partyOf(rsvp.partySize, wordList([sentences.you, ...rsvp.guests]))}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** Who sees what of this RSVP. */
function Seen({
  rsvp: { nameVisible, profileVisible, introductions, profile, critiqueSessions },
}: {
  rsvp: MyRsvp;
}): ReactElement {
  const { seen } = sentences;
  const willing = introductions === 'given';
  const named = profileVisible === 'given' ? seen.described : seen.named;
  return (
    <details>
      <summary>{seen.title}</summary>
      <ul>
        <li>{seen.host}</li>
        {willing ? <li>{seen.profile}</li> : null}
        {!willing && Object.keys(profile).length > 0 ? <li>{seen.profileUnseen}</li> : null}
        <li>{nameVisible === 'given' ? named : seen.unnamed}</li>
        {critiqueSessions > 0 ? <li>{seen.rounds}</li> : null}
        <li>{seen.crew}</li>
        {willing ? <li>{seen.asked}</li> : null}
        {willing ? <li>{seen.introductions}</li> : null}
        <li>{seen.address}</li>
      </ul>
    </details>
  );
}

function GiveUp({
  frame,
  rsvp,
  path,
}: Pick<MyRsvpPageProps, 'frame' | 'rsvp' | 'path'>): ReactElement | null {
  // An offer is refused next to the button that takes it.
  if (rsvp.status === 'offered') return null;
  const lead = {
    confirmed: sentences.cancelLead,
    pending: sentences.cancelLeadPending,
  }[rsvp.status as string];
  return (
    <section>
      <h2>{sentences.cancelTitle}</h2>
      <p>{lead ?? sentences.cancelLeadWaiting}</p>
      <Form action={`${path}/cancel`} token={frame.token}>
        <Button kind="second">{sentences.cancel}</Button>
      </Form>
    </section>
  );
}
