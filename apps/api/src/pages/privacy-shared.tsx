import { dayOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { SharedCircleLine, SharedCritiqueLine, SharedLine } from '../privacy/ledger.queries.ts';
import { Button, Form } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.privacy.page;

interface Shared {
  frame: Frame;
  path: string;
}

/** With whom, by which introduction, what, and the way to take it back. */
export function SharedPeople({
  frame,
  path,
  shared,
}: Shared & { shared: readonly SharedLine[] }): ReactElement {
  return (
    <section>
      <h2>{sentences.shared}</h2>
      {shared.length === 0 ? <p>{sentences.nothingShared}</p> : null}
      <ul className="list">
        {shared.map((one) => (
          <SharedItem key={one.introductionId} {...{ frame, path, one }} />
        ))}
      </ul>
      <p className="quiet">{sentences.sharedHint}</p>
    </section>
  );
}

function SharedItem({ frame, path, one }: Shared & { one: SharedLine }): ReactElement {
  const { introductionId, withName, eventTitle, timeZone, sharedAt, takenBackAt } = one;
  const who = withName ?? sentences.somebody;
  const facts: [string, string][] = [
    [sentences.name, one.name],
    [sentences.reason, one.reason],
    [sentences.offers, one.canHelpWith.join(', ')],
    [sentences.contact, takenBackAt === null ? (one.contact ?? '') : ''],
  ];
  return (
    <li>
      <h3>{sentences.sharedWith(who, eventTitle, dayOf(sharedAt, timeZone))}</h3>
      <dl className="facts">
        {facts
          .filter(([, fact]) => fact !== '')
          .map(([label, fact]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      {takenBackAt !== null ? <p>{sentences.takenBack(dayOf(takenBackAt, timeZone))}</p> : null}
      {takenBackAt === null && withName !== null ? (
        <Form action={`${path}/shared/${introductionId}`} token={frame.token}>
          <Button kind="second" label={sentences.takeBackFrom(who)}>
            {sentences.takeBack}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

export function SharedCircles({ circles }: { circles: readonly SharedCircleLine[] }): ReactElement | null {
  if (circles.length === 0) return null;
  return (
    <section>
      <h2>{sentences.circles}</h2>
      <ul className="list">
        {circles.map(({ circleName, timeZone, joinedAt, leftAt, contact }) => (
          <li key={`${circleName} ${joinedAt.toISOString()}`}>
            <h3>{sentences.inCircle(circleName, dayOf(joinedAt, timeZone))}</h3>
            {leftAt === null ? (
              <dl className="facts">
                <div>
                  <dt>{sentences.contact}</dt>
                  <dd>{contact}</dd>
                </div>
              </dl>
            ) : (
              <p>{sentences.leftCircle(dayOf(leftAt, timeZone))}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What others heard and read at critique sessions; an author's letter keeps a critic's words until the critic leaves. */
export function SharedCritiques({
  critiques,
}: {
  critiques: readonly SharedCritiqueLine[];
}): ReactElement | null {
  if (critiques.length === 0) return null;
  return (
    <section>
      <h2>{sentences.critiques}</h2>
      <ul className="list">
        {critiques.map(({ eventTitle, organizationName, timeZone, releasedAt, work, critics, wrote }) => (
          <li key={`${eventTitle} ${releasedAt.toISOString()}`}>
            <h3>{sentences.critiquesAt(eventTitle, organizationName, dayOf(releasedAt, timeZone))}</h3>
            {work === null ? null : <p>{sentences.workHeard(work, critics)}</p>}
            {wrote === 0 ? null : <p>{sentences.critiquesRead(wrote)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
