import { dayOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyAct } from '../introductions/my-introduction-acts.service.ts';
import type { MyIntroduction } from '../introductions/my-introductions.queries.ts';
import { Button, Form, Notice } from './layout.tsx';
import { type JustSaved, markOf, marks, type SavedAct } from './my-introduction-marks.ts';
import type { Frame } from './page-frame.ts';

const sentences = words.myIntroductions;

export interface CardProps {
  frame: Frame;
  /** Where the list is; the forms post below it. */
  path: string;
  introduction: MyIntroduction;
  /** Set: about this one. */
  saved: JustSaved | undefined;
  /** Signed in: with the contact, and with what is rarely wanted. */
  isWhole: boolean;
}

/** One person: where it began, how to reach them, the next small step. Nothing of what they said about it. */
export function IntroductionCard(props: CardProps): ReactElement {
  const { introduction, isWhole } = props;
  const { id, name, eventTitle, organizationName, introducedAt, timeZone, reason } = introduction;
  return (
    <li id={`i-${id}`}>
      <h3>{name ?? sentences.page.somebody}</h3>
      <p className="quiet">
        {sentences.page.met(eventTitle, dayOf(introducedAt, timeZone))}
        {' · '}
        {organizationName}
      </p>
      {name === null ? null : (
        <>
          {reason === '' ? null : <p>{reason}</p>}
          {isWhole ? <Reaching introduction={introduction} name={name} /> : null}
          <Told introduction={introduction} />
          <Saved {...props} name={name} />
          <Marks {...props} name={name} />
          {isWhole ? <More {...props} name={name} /> : null}
        </>
      )}
    </li>
  );
}

interface Named {
  name: string;
}

function Reaching({ introduction }: { introduction: MyIntroduction } & Named): ReactElement {
  const { contact, shared, step, outcome } = introduction;
  return (
    <dl className="facts">
      <dt>{sentences.page.reach}</dt>
      <dd>{contact === null ? sentences.page.noContact : <Contact text={contact} />}</dd>
      <dt>{sentences.page.sharing}</dt>
      <dd>{shared ?? sentences.page.notSharing}</dd>
      {outcome === null ? (
        <>
          <dt>{sentences.page.firstStep}</dt>
          <dd>{sentences.steps[step]}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** An address can be written to with one tap; anything else is read. */
function Contact({ text }: { text: string }): ReactElement {
  if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) return <>{text}</>;
  return <a href={`mailto:${encodeURIComponent(text).replaceAll('%40', '@')}`}>{text}</a>;
}

/** What both said, what this one said, and the next small step. */
function Told({ introduction }: { introduction: MyIntroduction }): ReactElement {
  const { bothGlad, bothWorking, glad, circleWished, stopped } = introduction;
  const lines = [
    ...(bothWorking ? [sentences.page.bothWorking] : [nextStep(introduction)]),
    ...(bothGlad ? [sentences.page.bothGlad] : glad ? [sentences.page.glad] : []),
    ...(circleWished ? [sentences.page.circled] : []),
    ...(stopped ? [sentences.page.notAsked] : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function nextStep({ outcome, writesFirst, name }: MyIntroduction): string {
  const { next } = sentences;
  if (outcome === 'talked') return next.talked;
  if (outcome === 'met') return next.met;
  if (outcome === 'working together') return next.together;
  return writesFirst ? next.youWrite : next.theyWrite(name ?? '');
}

function Saved({ frame, path, introduction, saved, name }: CardProps & Named): ReactElement | null {
  if (saved === undefined) return null;
  const { act, was } = saved;
  // What both were told stays told.
  const back = act === 'glad' && introduction.bothGlad ? undefined : undoing[act];
  return (
    <Notice kind="good">
      <p>{sentences.saved[act](name)}</p>
      {was === null ? null : (
        <Form action={`${path}/${introduction.id}/unmark`} token={frame.token}>
          <Button kind="plain" name="outcome" value={was}>
            {sentences.undo}
          </Button>
        </Form>
      )}
      {back === undefined ? null : (
        <Form action={`${path}/${introduction.id}`} token={frame.token}>
          <Button kind="plain" name="act" value={back}>
            {sentences.undo}
          </Button>
        </Form>
      )}
    </Notice>
  );
}

/** What takes back what was said a moment ago; the rest is either final, as its button says, or a tap beside it. */
const undoing: Partial<Record<SavedAct, MyAct>> = { glad: 'unglad', circle: 'uncircle' };

/** One tap each; the one that stands is ticked. The mark that stood before goes along, so that it can be put back. */
function Marks({ frame, path, introduction, name }: CardProps & Named): ReactElement {
  const { id, outcome, glad, bothGlad, stopped } = introduction;
  const standing = markOf(outcome);
  return (
    <Form action={`${path}/${id}`} token={frame.token}>
      <input type="hidden" name="was" value={standing ?? 'none'} />
      <div className="marks" role="group" aria-label={`${sentences.marks} ${name}`}>
        {marks.map((mark) => (
          <Button key={mark} kind={mark === standing ? 'main' : 'second'} name="act" value={mark}>
            {mark === standing ? sentences.done(sentences.acts[mark]) : sentences.acts[mark]}
          </Button>
        ))}
      </div>
      <div className="marks">
        {glad || bothGlad ? null : (
          <Button kind="plain" name="act" value="glad">
            {sentences.acts.glad}
          </Button>
        )}
        <Button kind="plain" name="act" value="later">
          {sentences.acts.later}
        </Button>
        {stopped ? null : (
          <Button kind="plain" name="act" value="stop">
            {sentences.acts.stop}
          </Button>
        )}
      </div>
    </Form>
  );
}

function More({ frame, path, introduction, name }: CardProps & Named): ReactElement {
  const { id, circleWished, shared } = introduction;
  const acts = [
    ...(circleWished ? [] : ['circle' as const]),
    ...(shared === null ? [] : ['withdraw' as const]),
    'block' as const,
  ];
  return (
    <details>
      <summary>{sentences.page.more(name)}</summary>
      <p className="quiet">{sentences.page.moreHint}</p>
      <Form action={`${path}/${id}`} token={frame.token}>
        <div className="quiet-acts">
          {acts.map((act) => (
            <Button key={act} kind="plain" name="act" value={act}>
              {sentences.acts[act]}
            </Button>
          ))}
        </div>
      </Form>
    </details>
  );
}
