import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import { Empty } from '../../components/empty.tsx';
import { useKeys } from '../../lib/keys.ts';
import { momentOf } from '../../lib/times.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import { PeopleView } from './people-view.tsx';
import { PlanHead } from './plan-head.tsx';
import { nameOf } from './session-calls.ts';
import { usePlan } from './session-queries.ts';
import { ChoosingBar, StandbyList } from './standby.tsx';
import { useChanges } from './use-changes.ts';
import { useChoosing } from './use-choosing.ts';
import { WorksView } from './works-view.tsx';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan;

/** The works of a session and who hears whom. */
export function CritiquePlan() {
  const plan = usePlan();
  const { startsAt, timeZone, pageUrl } = useEvent();
  const changes = useChanges();
  const choosing = useChoosing(plan, changes);
  const [view, setView] = useState<'works' | 'people'>('works');
  const { session, works } = plan;
  useTitle(nameOf(session));
  const hasPlan = session.state !== 'open';
  const keys = app.critiqueSessions.keys;
  const turn = (): void => {
    setView(view === 'works' ? 'people' : 'works');
  };
  useKeys([
    ...(hasPlan ? [{ key: 'v', shown: 'V', label: keys.people, run: turn }] : []),
    { key: 'Escape', shown: 'Esc', label: keys.leave, run: choosing.leave },
  ]);
  return (
    <div className={styles['plan']}>
      <PlanHead plan={plan} changes={changes} timeZone={timeZone} />
      {works.length === 0 ? (
        <Empty title={words.noWorks} text={words.noWorksText}>
          <p>
            <a href={pageUrl}>{pageUrl}</a>
          </p>
        </Empty>
      ) : (
        <>
          {!hasPlan && (
            <p className="soft">
              {session.takesWorks
                ? words.stillOpen(momentOf(session.deadlineAt ?? startsAt, timeZone))
                : words.allIn}
            </p>
          )}
          {hasPlan && (
            <SegmentedControl
              className={styles['views'] ?? ''}
              aria-label={words.show}
              data={[
                { value: 'works', label: words.byWork },
                { value: 'people', label: words.byPerson },
              ]}
              value={view}
              onChange={(chosen) => {
                setView(chosen === 'people' ? 'people' : 'works');
              }}
            />
          )}
          <ChoosingBar plan={plan} choosing={choosing} />
          {hasPlan && view === 'people' ? (
            <PeopleView plan={plan} />
          ) : (
            <WorksView plan={plan} choosing={choosing} changes={changes} />
          )}
          {hasPlan && <StandbyList plan={plan} />}
        </>
      )}
    </div>
  );
}
