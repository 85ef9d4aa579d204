import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { FollowedUp } from '../introductions/my-introductions.service.ts';
import { Button, Form, Page } from './layout.tsx';
import { IntroductionCard } from './my-introduction-card.tsx';
import { type JustSaved, type Linkable, markOf } from './my-introduction-marks.ts';
import type { Frame } from './page-frame.ts';

const sentences = words.myIntroductions;

export interface FollowUpPageProps extends FollowedUp {
  frame: Frame;
  path: string;
  /** What the link of the mail chose. */
  linked: { introduction: unknown; mark: Linkable } | undefined;
  saved: JustSaved | undefined;
}

/** The people of one organization, each with the same few buttons; what the mail's link chose comes first. */
export function FollowUpPage(props: FollowUpPageProps): ReactElement {
  const { frame, path, organizationName, accent, introductions, saved } = props;
  const there = introductions.filter(({ name }) => name !== null);
  return (
    <Page title={sentences.followUp.title} accent={accent} demo={frame.demo}>
      <h1>{sentences.followUp.title}</h1>
      <Linked {...props} />
      <p className="lead">
        {there.length === 0 ? sentences.followUp.none : sentences.followUp.lead(organizationName)}
      </p>
      <ul className="list">
        {there.map((introduction) => (
          <IntroductionCard
            key={introduction.id}
            {...{ frame, path, introduction }}
            saved={saved?.introduction === introduction.id ? saved : undefined}
            isWhole={false}
          />
        ))}
      </ul>
      <p>
        <a href="/me/introductions">{sentences.followUp.all}</a>
      </p>
    </Page>
  );
}

function Linked({ frame, path, linked, introductions }: FollowUpPageProps): ReactElement | null {
  const introduction = introductions.find(({ id, name }) => id === linked?.introduction && name !== null);
  if (linked === undefined || introduction === undefined) return null;
  const { id, name, outcome, glad, stopped } = introduction;
  const standing = markOf(outcome);
  const { mark } = linked;
  const stands = mark === standing || (mark === 'glad' && glad) || (mark === 'stop' && stopped);
  if (stands) return null;
  return (
    <section>
      <h2>{sentences.confirm.title(name ?? '')}</h2>
      <p>{sentences.confirm.lead}</p>
      <Form action={`${path}/${id}`} token={frame.token}>
        <input type="hidden" name="was" value={standing ?? 'none'} />
        <Button name="act" value={mark}>
          {sentences.acts[mark]}
        </Button>
      </Form>
    </section>
  );
}
