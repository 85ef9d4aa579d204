import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Form, Notice, Page } from '../pages/layout.tsx';
import type { Frame } from '../pages/page-frame.ts';
import type { Clock } from './clock.service.ts';
import { longTime, shortTime } from './demo-zone.ts';

const sentences = words.mailbox.clock;

export function ClockPage({ frame, clock }: { frame: Frame; clock: Clock }): ReactElement {
  return (
    <Page title={sentences.title} demo={frame.demo} head={refreshWhileMoving(clock)}>
      <h1>{sentences.title}</h1>
      <ClockBlock token={frame.token} clock={clock} from="clock" />
      <p>
        <a href="/dev/mail">{words.mailbox.back}</a>
      </p>
    </Page>
  );
}

/** Without script, a page that waits for something looks again by itself. */
export function refreshWhileMoving({ target }: Clock): ReactElement | null {
  return target === null ? null : <meta httpEquiv="refresh" content="1" />;
}

/** What time it is and the ways to move it. */
export function ClockBlock({
  token,
  clock,
  from,
}: {
  token: string;
  clock: Clock;
  from: 'mail' | 'clock';
}): ReactElement {
  if (clock.target !== null) {
    return (
      <Notice kind="good" title={sentences.now(longTime(clock.now))}>
        <p>{sentences.moving(longTime(clock.target))}</p>
      </Notice>
    );
  }
  return (
    <Notice title={sentences.now(longTime(clock.now))}>
      <p>{sentences.why}</p>
      <Form action="/dev/clock" token={token}>
        <input type="hidden" name="from" value={from} />
        <div className="actions">
          {clock.nextDueAt === null ? (
            <span>{sentences.nothing}</span>
          ) : (
            <Button name="move" value="next">
              {sentences.next(shortTime(clock.nextDueAt))}
            </Button>
          )}
          <Button kind="second" name="move" value="hour">
            {sentences.hour}
          </Button>
          <Button kind="second" name="move" value="morning">
            {sentences.morning}
          </Button>
          <Button kind="second" name="move" value="week">
            {sentences.week}
          </Button>
        </div>
      </Form>
    </Notice>
  );
}
