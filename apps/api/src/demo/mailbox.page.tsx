import { isMailKind } from '#libs/mail';
import { words } from '#libs/words';
import { Fragment, type ReactElement } from 'react';
import { Page } from '../pages/layout.tsx';
import type { Frame } from '../pages/page-frame.ts';
import { ClockBlock, refreshWhileMoving } from './clock.page.tsx';
import type { Clock } from './clock.service.ts';
import { longTime, shortTime } from './demo-zone.ts';
import type { MailLine, WholeMail } from './mailbox.queries.ts';

const sentences = words.mailbox;

export interface ListProps {
  frame: Frame;
  clock: Clock;
  mails: readonly MailLine[];
  to: string | undefined;
  next: string | null;
}

export function MailListPage({ frame, clock, mails, to, next }: ListProps): ReactElement {
  const title = to === undefined ? sentences.title : sentences.of(to);
  return (
    <Page title={title} demo={frame.demo} head={refreshWhileMoving(clock)} roomy>
      <h1>{title}</h1>
      <p className="lead">{sentences.lead}</p>
      <ClockBlock token={frame.token} clock={clock} from="mail" />
      {mails.length === 0 ? <p>{sentences.empty}</p> : <MailLines mails={mails} />}
      <p className="actions">
        {next === null ? null : <a href={`/dev/mail?${query(to, next)}`}>{sentences.older}</a>}
        {to === undefined ? null : <a href="/dev/mail">{sentences.all}</a>}
      </p>
    </Page>
  );
}

function MailLines({ mails }: { mails: readonly MailLine[] }): ReactElement {
  return (
    <ul className="list">
      {mails.map((mail) => (
        <li key={mail.id}>
          <h2>
            <a href={`/dev/mail/${mail.id}`}>{titleOf(mail)}</a>
          </h2>
          <p className="quiet">
            <a href={`/dev/mail?${query(mail.to, null)}`}>{mail.to}</a>
            {` · ${mail.finalAt === null ? sentences.leaves(shortTime(mail.dueAt)) : shortTime(mail.finalAt)} · ${stateOf(mail)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

const titleOf = ({ subject, kind }: MailLine): string =>
  subject ?? sentences.unwritten(isMailKind(kind) ? sentences.kinds[kind] : kind);

/** One mail: as read, as text, and its headers. The HTML part comes from a route with a policy of its own. */
export function MailPage({
  frame,
  mail,
  publicUrl,
}: {
  frame: Frame;
  mail: WholeMail;
  publicUrl: string;
}): ReactElement {
  const title = titleOf(mail);
  return (
    <Page title={title} demo={frame.demo} roomy>
      <p className="eyebrow">
        <a href="/dev/mail">{sentences.back}</a>
      </p>
      <h1>{title}</h1>
      <dl className="facts">
        <dt>{sentences.facts.to}</dt>
        <dd>{mail.to}</dd>
        <dt>{sentences.facts.when}</dt>
        <dd>{longTime(mail.finalAt ?? mail.dueAt)}</dd>
        <dt>{sentences.facts.state}</dt>
        <dd>{stateOf(mail)}</dd>
      </dl>
      {mail.html === null || mail.text === null ? (
        <p>{sentences.noParts}</p>
      ) : (
        <>
          <h2>{sentences.asRead}</h2>
          <iframe
            title={sentences.asRead}
            src={`/dev/mail/${mail.id}/html`}
            // No script and no origin; a link that somebody presses may lead the whole page away.
            sandbox="allow-top-navigation-by-user-activation"
            style={{ width: '100%', height: '44rem', border: '1px solid var(--line)', borderRadius: 4 }}
          />
          <h2>{sentences.asText}</h2>
          <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {linked(mail.text, publicUrl)}
          </pre>
        </>
      )}
      <Headers mail={mail} />
    </Page>
  );
}

function Headers({ mail: { headers, messageId, subject, to } }: { mail: WholeMail }): ReactElement | null {
  if (headers === null || messageId === null) return null;
  const { from, replyTo, date, unsubscribe } = headers;
  const lines: [string, string | null][] = [
    ['From', `${from.name} <${from.address}>`],
    ['To', to],
    ['Reply-To', replyTo],
    ['Subject', subject],
    ['Date', date],
    ['Message-ID', messageId],
    ['Auto-Submitted', 'auto-generated'],
    ['List-Unsubscribe', unsubscribe === null ? null : `<${unsubscribe}>`],
    ['List-Unsubscribe-Post', unsubscribe === null ? null : 'List-Unsubscribe=One-Click'],
  ];
  return (
    <details>
      <summary>{sentences.headers}</summary>
      <dl className="facts">
        {lines
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </details>
  );
}

/** Only lines that are an address of ours become links, as in a reader's program. */
function linked(text: string, publicUrl: string): ReactElement[] {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {line.startsWith(`${publicUrl}/`) ? <a href={line}>{line}</a> : line}
      {'\n'}
    </Fragment>
  ));
}

function stateOf({ state, outcome }: MailLine): string {
  const word = sentences.states[state];
  return outcome === null || outcome === 'accepted'
    ? word
    : sentences.because(word, sentences.outcomes[outcome] ?? outcome);
}

function query(to: string | undefined, after: string | null): string {
  const parts = new URLSearchParams();
  if (to !== undefined) parts.set('to', to);
  if (after !== null) parts.set('after', after);
  return parts.toString();
}
