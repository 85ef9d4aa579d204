import { critiqueWorkPage } from '#libs/words';
import type { WorkState } from './work-draft.ts';
import styles from './work.module.css';

const words = critiqueWorkPage;

/** Whether what was typed is safe, said quietly; a refusal at once. */
export function Saved({ state }: { state: WorkState }) {
  const { refusal } = state;
  return (
    <div className={styles['saved']}>
      <p role="alert" className={styles['fault']} hidden={refusal === null}>
        {refusal?.sentence}
      </p>
      <p role="status" className="soft">
        {savedWords(state)}
      </p>
    </div>
  );
}

function savedWords({ saving, own, isActing }: WorkState): string {
  if (isActing || own === null) return '';
  if (saving === 'kept') return words.unsaved;
  if (saving === 'refused') return words.held;
  if (saving !== 'saved') return words.saving;
  if (own.work === null) return '';
  return own.standing === null ? words.saved : words.savedIn;
}
