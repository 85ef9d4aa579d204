import { dayOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { ConsentLine, Ledger } from '../privacy/ledger.queries.ts';
import { Button, Form, Notice, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';
import { SharedCircles, SharedCritiques, SharedPeople } from './privacy-shared.tsx';

const sentences = words.privacy.page;

export interface PrivacyPageProps {
  frame: Frame;
  path: string;
  ledger: Ledger;
  saved: boolean;
}

/** What a person agreed to, what was told about them to whom, the file of everything, and the way out. */
export function PrivacyPage({ frame, path, ledger, saved }: PrivacyPageProps): ReactElement {
  const { consents, shared, circles, critiques } = ledger;
  const live = consents.filter(({ withdrawnAt, answer }) => withdrawnAt === null && answer === 'given');
  const earlier = consents.filter((consent) => !live.includes(consent));
  const isShared = shared.some(({ takenBackAt }) => takenBackAt === null);
  return (
    <Page title={sentences.title} demo={frame.demo} house={{ name: sentences.evenings, href: '/me' }}>
      <h1>{sentences.title}</h1>
      {saved ? (
        <Notice kind="good">
          <p>{sentences.saved}</p>
        </Notice>
      ) : null}
      <p className="lead">{sentences.lead}</p>
      <section>
        <h2>{sentences.agreed}</h2>
        {live.length === 0 ? <p>{sentences.nothingAgreed}</p> : null}
        <ul className="list">
          {live.map((consent) => (
            <ConsentItem key={consent.id} {...{ frame, path, consent }} />
          ))}
        </ul>
        {earlier.length === 0 ? null : (
          <details>
            <summary>{sentences.before}</summary>
            <ul className="list">
              {earlier.map((consent) => (
                <ConsentItem key={consent.id} {...{ frame, path, consent }} />
              ))}
            </ul>
          </details>
        )}
      </section>
      <SharedPeople {...{ frame, path, shared }} />
      <SharedCircles circles={circles} />
      <SharedCritiques critiques={critiques} />
      {live.length === 0 && !isShared ? null : (
        <section>
          <h2>{sentences.all}</h2>
          <p>{sentences.allLead}</p>
          <Form action={`${path}/all`} token={frame.token}>
            <Button kind="second">{sentences.allButton}</Button>
          </Form>
        </section>
      )}
      <Everything frame={frame} />
    </Page>
  );
}

function ConsentItem({
  frame,
  path,
  consent,
}: Pick<PrivacyPageProps, 'frame' | 'path'> & { consent: ConsentLine }): ReactElement {
  const { id, purpose, organizationName, timeZone, answer, source, answeredAt, withdrawnAt, wording } =
    consent;
  const isLive = withdrawnAt === null && answer === 'given';
  const told = sentences.answered(
    organizationName,
    sentences.answers[answer],
    dayOf(answeredAt, timeZone),
    sentences.sources[source],
  );
  return (
    <li>
      <h3>{sentences.purposes[purpose]}</h3>
      <p>
        {told} {withdrawnAt === null ? null : sentences.withdrawn(dayOf(withdrawnAt, timeZone))}{' '}
        <span className="quiet">{sentences.wording(wording)}</span>
      </p>
      {isLive ? (
        <Form action={`${path}/consents/${id}`} token={frame.token}>
          <Button kind="second" label={sentences.withdrawOne(sentences.purposes[purpose], organizationName)}>
            {sentences.withdraw}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

function Everything({ frame }: Pick<PrivacyPageProps, 'frame'>): ReactElement {
  const { title, lead, button } = words.privacy.export;
  return (
    <>
      <section>
        <h2>{title}</h2>
        <p>{lead}</p>
        <Form action="/me/export" token={frame.token}>
          <Button kind="second">{button}</Button>
        </Form>
      </section>
      <section>
        <h2>{words.privacy.erase.title}</h2>
        <p>{words.privacy.erase.lead}</p>
        <p>
          <a href="/me/erase">{words.privacy.erase.link}</a>
        </p>
      </section>
    </>
  );
}
