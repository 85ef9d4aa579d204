import { Fragment, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { mayEditEvents } from '../../lib/rights.ts';
import { placeOfZone } from '../../lib/times.ts';
import { useTitle } from '../../lib/title.ts';
import { Tick } from '../events/choices.tsx';
import { useEvent } from '../events/event-queries.ts';
import { AddPanel } from './add-panel.tsx';
import { useAgenda } from './agenda-queries.ts';
import styles from './agenda.module.css';
import { PanelRow } from './panel-row.tsx';
import { pauseBefore } from './pauses.ts';
import { useMove } from './use-move.ts';

const words = app.agenda;

/** When and where the panels of an evening are held, and with whom. */
export function EveningAgenda() {
  const agenda = useAgenda();
  const { title } = useEvent();
  const { role } = useMembership();
  const [together, setTogether] = useState(true);
  const moving = useMove(together);
  useTitle(`${words.title} · ${title}`);
  const mayEdit = mayEditEvents(role);
  const { panels, timeZone } = agenda;
  if (panels.length === 0) {
    return (
      <Empty title={words.none} text={words.noneText}>
        {mayEdit && <AddPanel count={0} />}
      </Empty>
    );
  }
  return (
    <section className={styles['agenda']} aria-label={words.title}>
      <div className={styles['head']}>
        <p>{words.lead(placeOfZone(timeZone))}</p>
        {mayEdit && (
          <Tick label={words.together} help={words.togetherHelp} checked={together} change={setTogether} />
        )}
      </div>
      <ol className={styles['list']} aria-label={words.order}>
        {panels.map((panel, index) => {
          const pause = pauseBefore(panels, index);
          return (
            <Fragment key={panel.id}>
              {pause > 0 && <li className={styles['pause']}>{words.pause(pause)}</li>}
              <PanelRow agenda={agenda} panel={panel} mayEdit={mayEdit} together={together} moving={moving} />
            </Fragment>
          );
        })}
      </ol>
      <p role="status" aria-live="polite" className="unseen">
        {moving.moved}
      </p>
      {mayEdit && <AddPanel count={panels.length} />}
    </section>
  );
}
