import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { ButtonLink } from '../../components/links.tsx';
import { StateWord } from '../../components/state-word.tsx';
import { applyThose } from '../../lib/intentions.ts';
import { useKeys } from '../../lib/keys.ts';
import { say } from '../../lib/notes.ts';
import { mayEditCritique } from '../../lib/rights.ts';
import { momentOf } from '../../lib/times.ts';
import { CallOff, NotYet } from './call-off.tsx';
import { groupsOf } from './plan-rows.ts';
import { type Plan, nameOf, sessionCalls } from './session-calls.ts';
import { useKeepPlan, useSessionPath } from './session-queries.ts';
import { stateOf, stateTones } from './session-row.tsx';
import { PlanFault } from './shortage.tsx';
import { type Changes, isByHand } from './use-changes.ts';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan;
const highestSeed = 2_147_483_647;

interface Props {
  plan: Plan;
  changes: Changes;
  timeZone: string;
}

/** How the session stands, and what can be done next. */
export function PlanHead({ plan, changes, timeZone }: Props) {
  const { session } = plan;
  const { slug = '', eventId = '', sessionId = '' } = useParams({ strict: false });
  const params = { slug, eventId, sessionId };
  const { role } = useMembership();
  return (
    <header className={styles['head']}>
      <p>
        <Link to="/$slug/events/$eventId/critique-sessions" params={params}>
          {words.back}
        </Link>
      </p>
      <div className={styles['title']}>
        <h2>{nameOf(session)}</h2>
        <StateWord tone={stateTones[session.state]}>{stateOf(session)}</StateWord>
      </div>
      {sentencesOf(plan, timeZone).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Acts plan={plan} changes={changes} />
      <div className="row">
        {session.format !== 'written' && session.state !== 'open' && session.calledOffAt === null && (
          <>
            <ButtonLink
              variant={session.state === 'ended' ? 'default' : 'filled'}
              to="/$slug/events/$eventId/critique-sessions/$sessionId/run"
              params={params}
            >
              {session.state === 'ended' ? words.ran : words.run}
            </ButtonLink>
            {session.state !== 'ended' && (
              <ButtonLink
                variant="subtle"
                to="/$slug/events/$eventId/critique-sessions/$sessionId/room"
                params={params}
              >
                {words.room}
              </ButtonLink>
            )}
          </>
        )}
        {session.feedbackTo === 'facilitator' &&
          session.state === 'ended' &&
          session.calledOffAt === null && (
            <ButtonLink
              variant="default"
              to="/$slug/events/$eventId/critique-sessions/$sessionId/letters"
              params={params}
            >
              {words.letters}
            </ButtonLink>
          )}
        {mayEditCritique(role) && (
          <ButtonLink
            variant="subtle"
            to="/$slug/events/$eventId/critique-sessions/$sessionId/settings"
            params={params}
          >
            {words.changeSettings}
          </ButtonLink>
        )}
        {mayTakeStartBack(plan) && <NotYet />}
        {mayEditCritique(role) && (session.state === 'open' || session.state === 'planned') && <CallOff />}
      </div>
    </header>
  );
}

/** Nothing of it was heard yet. */
const mayTakeStartBack = ({ session, works }: Plan): boolean =>
  session.state === 'running' && session.format !== 'written' && works.every(({ open }) => open);

function sentencesOf(plan: Plan, timeZone: string): string[] {
  const { session, works, again, tooMany, couldBeHeard } = plan;
  if (session.state === 'open') {
    const isIn = works.filter(({ place }) => place !== null).length;
    return isIn < 2 ? [] : [words.summary(isIn, session.capacity)];
  }
  const heard = works.filter(({ state }) => state === 'accepted' || state === 'heard').length;
  const waiting = works.length - heard;
  if (session.calledOffAt !== null) return [words.calledOff];
  if (session.state === 'ended') {
    const were = works.filter(({ state }) => state === 'heard').length;
    return [words.ended(were, works.length - were)];
  }
  const lacking = groupsOf(plan).flatMap(({ rows }) => rows.filter(({ lacks }) => lacks > 0)).length;
  const due = session.state === 'running' && session.dueAt !== null ? session.dueAt : null;
  return [
    `${words.planned(heard, session.criticsUsed ?? 0)}${waiting > 0 ? ` ${words.waiting(waiting)}` : ''} ${words.seed(session.seed)}`,
    ...(due === null ? [] : [words.due(momentOf(due, timeZone))]),
    ...(lacking > 0 ? [words.short(lacking)] : []),
    ...(again ? [words.again] : []),
    ...(tooMany > 0 ? [words.tooMany(tooMany)] : []),
    ...(couldBeHeard > 0 ? [words.couldBeHeard(couldBeHeard)] : []),
  ];
}

/** Plan, plan the rest again, take back; the mails a plan sends are counted on its button. */
function Acts({ plan, changes }: Omit<Props, 'timeZone'>) {
  const { session, works } = plan;
  const path = useSessionPath();
  const keep = useKeepPlan();
  const isOpen = session.state === 'open';
  const button = useRef<HTMLButtonElement>(null);
  const make = useMutation({
    mutationFn: async () => {
      // What was chosen by hand a moment ago stands before the rest is drawn around it.
      await applyThose(isByHand);
      return sessionCalls.plan(
        path,
        isOpen ? {} : { seed: session.seed >= highestSeed ? 1 : session.seed + 1 },
      );
    },
    onSuccess: (made) => {
      keep(made);
      say('done', isOpen ? words.done : words.redone);
    },
  });
  const isIn = works.filter(({ place }) => place !== null).length;
  const tooShort = session.capacity !== null && session.capacity < 2;
  const mayPlan = (isOpen || session.state === 'planned') && isIn >= 2 && !tooShort;
  const run = (): void => {
    if (mayPlan && !make.isPending) make.mutate();
  };
  // It mails people, so a letter alone leads to it and does not press it.
  const focus = (): void => button.current?.focus();
  useKeys(mayPlan ? [{ key: 'p', shown: 'P', label: app.critiqueSessions.keys.plan, run: focus }] : []);
  if (!isOpen && session.state !== 'planned') return null;
  return (
    <div className={styles['acts']}>
      {isOpen && isIn === 1 && <p>{words.oneWork}</p>}
      {isOpen && isIn > 1 && tooShort && <p>{words.tooShort}</p>}
      {isOpen && mayPlan && session.format === 'written' && <p className="soft">{words.writtenNote}</p>}
      {make.isError && <PlanFault error={make.error} />}
      {mayPlan && (
        <div className="row">
          <Button ref={button} variant={isOpen ? 'filled' : 'default'} loading={make.isPending} onClick={run}>
            {labelOf(plan, isIn)}
          </Button>
          {!isOpen && (
            <Button variant="subtle" disabled={changes.isUnplanning} onClick={changes.unplan}>
              {words.unplan}
            </Button>
          )}
        </div>
      )}
      {!isOpen && <p className="soft">{words.restHelp}</p>}
    </div>
  );
}

function labelOf({ session }: Plan, isIn: number): string {
  if (session.state !== 'open') return words.rest;
  return session.format === 'written' ? words.planWritten(isIn) : words.plan(isIn);
}
