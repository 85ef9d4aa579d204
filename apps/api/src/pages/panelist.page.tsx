import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyPanel } from '../panels/panelist.service.ts';
import { Button, Fault, Form, Notice } from './layout.tsx';
import { Closed } from './panelist-answer.page.tsx';
import { PanelFacts } from './panelist-facts.tsx';
import { Introductions, Needs, SlidesForm } from './panelist-forms.tsx';
import { PanelistFrame, type PanelistPageProps } from './panelist-frame.tsx';

const sentences = words.panelistPage;

/** My evening: the next step first, then when and where, with whom, and what the organizers should know. */
export function PanelistPage(props: PanelistPageProps): ReactElement {
  const { panel, path, frame, saved, refusal, faults = [], questionsPath } = props;
  const open = !panel.over && !panel.cancelled;
  return (
    <PanelistFrame {...props}>
      <Fault faults={faults} sentence={refusal} />
      {saved === undefined ? null : (
        <Notice kind="good">
          <p>{sentences.saved[saved === 'right' && !panel.published ? 'rightLater' : saved]}</p>
        </Notice>
      )}
      <p className="eyebrow">{sentences.part[panel.part]}</p>
      <h1>{panel.title}</h1>
      <Closed panel={panel} />
      {open ? <NextStep panel={panel} path={path} /> : null}
      <PanelFacts panel={panel} />
      <LineUp panel={panel} />
      <Questions panel={panel} questionsPath={questionsPath} />
      <h2>{sentences.evening.appears}</h2>
      <p className="actions">
        <a className="button second" href={panel.profile === null ? `${path}/profile` : `${path}/preview`}>
          {panel.profile === null ? sentences.steps.profileAction : sentences.steps.approveAction}
        </a>
        <a href={`${path}/profile`}>{sentences.evening.change}</a>
      </p>
      {open ? (
        <>
          <Needs {...props} faults={faults} />
          <Introductions {...props} />
          <SlidesForm {...props} faults={faults} />
          <section>
            <h2>{sentences.cannot.title}</h2>
            <p>{sentences.cannot.lead}</p>
            <Form action={`${path}/answer`} token={frame.token}>
              <Button kind="second" name="answer" value="no">
                {sentences.cannot.action}
              </Button>
            </Form>
          </section>
        </>
      ) : null}
      {panel.published ? (
        <p>
          <a href={`/e/${panel.slug}`}>{sentences.evening.event}</a>
        </p>
      ) : null}
    </PanelistFrame>
  );
}

/** One thing at a time, until the event page shows them as they want. */
function NextStep({ panel: { profile, appears, differs }, path }: Pick<PanelistPageProps, 'panel' | 'path'>) {
  if (appears !== null && !differs) return null;
  const { steps } = sentences;
  const [text, href, action] =
    profile === null
      ? [steps.profile, `${path}/profile`, steps.profileAction]
      : [appears === null ? steps.approve : steps.again, `${path}/preview`, steps.approveAction];
  return (
    <Notice title={steps.title}>
      <p>{text}</p>
      <p>
        <a className="button" href={href}>
          {action}
        </a>
      </p>
    </Notice>
  );
}

function LineUp({ panel: { lineUp, asked } }: { panel: MyPanel }): ReactElement {
  const { evening } = sentences;
  return (
    <>
      <h2>{evening.lineUp}</h2>
      <ul>
        {lineUp.map(({ name, part, isMe }, at) => (
          <li key={at}>
            {[
              name,
              ...(isMe ? [evening.you] : []),
              ...(part === 'moderator' ? [evening.moderates] : []),
            ].join(' · ')}
          </li>
        ))}
      </ul>
      {asked === 0 ? null : <p className="quiet">{evening.asked(asked)}</p>}
    </>
  );
}

function Questions({ panel, questionsPath }: Pick<PanelistPageProps, 'panel' | 'questionsPath'>) {
  const { evening } = sentences;
  const moderates = panel.part === 'moderator';
  if (panel.cancelled) return null;
  return (
    <>
      <h2>{evening.questions}</h2>
      <p>{moderates ? evening.moderateLead : evening.questionsLead}</p>
      <p>
        <a className="button second" href={questionsPath}>
          {moderates ? evening.moderateAction : evening.questionsAction}
        </a>
      </p>
    </>
  );
}
