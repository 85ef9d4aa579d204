import { eveningPage, panelQuestions } from '#libs/words';
import { intend, undo, useUnsettled } from '../../lib/intentions.ts';
import { Press } from './press.tsx';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

/** Begin and end, and whether the room may ask. */
export function PanelActs({ desk: { view, act } }: { desk: Desk }) {
  const key = `end:${view.id}`;
  const isEnding = useUnsettled().some((one) => one.key === key);
  if (isEnding)
    return (
      <div role="status" className={styles['acts']}>
        <p>{words.endSure}</p>
        <Press
          run={() => {
            undo(key);
          }}
        >
          {eveningPage.undo}
        </Press>
      </div>
    );
  const end = (): void => {
    intend({
      key,
      sentence: words.endSure,
      apply: () => {
        act({ act: 'end' });
        return Promise.resolve();
      },
    });
  };
  return (
    <div>
      <p className="soft">
        {words.states[view.state]}.{' '}
        {view.state !== 'over' && (view.questionsOpen ? words.taken : words.notTaken)}
      </p>
      <div className={styles['acts']}>
        {view.state === 'live' ? (
          <Press run={end}>{words.end}</Press>
        ) : (
          <Press
            isMain={view.state === 'planned'}
            run={() => {
              act({ act: 'start' });
            }}
          >
            {view.state === 'planned' ? words.start : words.startAgain}
          </Press>
        )}
        {view.state !== 'over' && (
          <Press
            run={() => {
              act({ act: view.questionsOpen ? 'close-questions' : 'open-questions' });
            }}
          >
            {view.questionsOpen ? words.closeQuestions : words.openQuestions}
          </Press>
        )}
      </div>
    </div>
  );
}
