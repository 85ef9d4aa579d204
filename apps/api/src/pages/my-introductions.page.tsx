import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyAsk } from '../introductions/my-asks.queries.ts';
import type { KeptApart } from '../introductions/my-introductions.queries.ts';
import type { Mine } from '../introductions/my-introductions.service.ts';
import { Button, Fault, type FieldFault, Form, Notice, Page } from './layout.tsx';
import { CirclesLink } from './my-circles.tsx';
import { IntroductionCard } from './my-introduction-card.tsx';
import { SwappedContacts } from './my-swapped-contacts.tsx';
import type { JustSaved } from './my-introduction-marks.ts';
import { Wants } from './my-introduction-wants.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.myIntroductions;

export interface MyIntroductionsPageProps {
  frame: Frame;
  path: string;
  mine: Mine;
  hasCircles: boolean;
  saved?: JustSaved | undefined;
  faults?: readonly FieldFault[];
}

/** Everything about introductions that is one's own: a short list of people with the next small step, never a score. */
export function MyIntroductionsPage(props: MyIntroductionsPageProps): ReactElement {
  const { frame, path, mine, hasCircles, saved, faults = [] } = props;
  const isEmpty = [mine.asks, mine.introductions, mine.swapped].every((list) => list.length === 0);
  return (
    <Page
      title={sentences.page.title}
      demo={frame.demo}
      house={{ name: sentences.page.evenings, href: '/me' }}
    >
      <h1>{sentences.page.title}</h1>
      <Fault faults={faults} />
      <SavedAbove {...props} />
      {isEmpty ? <p className="lead">{sentences.page.none}</p> : null}
      <Asks asks={mine.asks} />
      {mine.introductions.length === 0 ? null : (
        <section>
          <h2>{sentences.page.people}</h2>
          <p className="quiet">{sentences.marksHint}</p>
          <ul className="list">
            {mine.introductions.map((introduction) => (
              <IntroductionCard
                key={introduction.id}
                {...{ frame, path, introduction }}
                saved={saved?.introduction === introduction.id ? saved : undefined}
                isWhole
              />
            ))}
          </ul>
        </section>
      )}
      <SwappedContacts swapped={mine.swapped} />
      {hasCircles ? <CirclesLink /> : null}
      <Wants {...{ frame, path, faults }} pausedUntil={mine.pausedUntil} most={mine.most} />
      <Apart {...{ frame, path }} apart={mine.keptApart} />
    </Page>
  );
}

/** What was saved about nobody on the list any more: a block, a pause, how many. */
function SavedAbove({ frame, path, mine, saved }: MyIntroductionsPageProps): ReactElement | null {
  if (saved === undefined) return null;
  const { act, introduction } = saved;
  if (mine.introductions.some(({ id }) => id === introduction)) return null;
  const blocked = mine.keptApart.find(({ introductionId }) => introductionId === introduction);
  const isSettled = act === 'pause' || act === 'resume' || act === 'wanted' || act === 'unblock';
  if (!isSettled && (act !== 'block' || blocked === undefined)) return null;
  return (
    <Notice kind="good">
      <p>{sentences.saved[act]()}</p>
      {act === 'block' && blocked !== undefined ? (
        <Form action={`${path}/${blocked.introductionId}`} token={frame.token}>
          <Button kind="plain" name="act" value="unblock">
            {sentences.undo}
          </Button>
        </Form>
      ) : null}
    </Notice>
  );
}

/** Questions that can still be answered; each has its own page, which is that of the mail. */
function Asks({ asks }: { asks: readonly MyAsk[] }): ReactElement | null {
  if (asks.length === 0) return null;
  return (
    <section>
      <h2>{sentences.page.asks}</h2>
      <ul className="list">
        {asks.map(({ introductionId, eventTitle, organizationName, reason, answer, endsAt, timeZone }) => (
          <li key={introductionId}>
            <p className="quiet">{sentences.page.about(eventTitle, organizationName)}</p>
            <p>{reason}</p>
            <p>
              {answer === null ? null : `${sentences.page.yours[answer]} `}
              {answer === 'no' ? null : sentences.page.until(momentOf(endsAt, timeZone))}
            </p>
            <p className="actions">
              <a
                className={answer === null ? 'button' : 'button second'}
                href={`/me/introductions/${introductionId}/answer`}
              >
                {answer === null ? sentences.page.answer : sentences.page.seeAnswer}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Apart({
  frame,
  path,
  apart,
}: Pick<MyIntroductionsPageProps, 'frame' | 'path'> & { apart: readonly KeptApart[] }): ReactElement | null {
  if (apart.length === 0) return null;
  return (
    <details>
      <summary>{sentences.apart.title}</summary>
      <p className="quiet">{sentences.apart.hint}</p>
      <ul className="list">
        {apart.map(({ introductionId, name, eventTitle }) => (
          <li key={introductionId}>
            {name ?? sentences.apart.unnamed(eventTitle)}
            <Form action={`${path}/${introductionId}`} token={frame.token}>
              <Button kind="plain" name="act" value="unblock">
                {sentences.apart.back}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
