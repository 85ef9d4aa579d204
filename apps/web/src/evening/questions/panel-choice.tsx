import { panelQuestions } from '#libs/words';
import type { EveningPanel } from '../calls.ts';
import { type Section, hashOf } from '../parts/place.ts';
import styles from './questions.module.css';

interface Props {
  section: Section;
  panels: readonly EveningPanel[];
  chosen: EveningPanel;
}

/** More than one panel at an evening: each is a link. */
export function PanelChoice({ section, panels, chosen }: Props) {
  if (panels.length < 2) return null;
  return (
    <nav aria-label={panelQuestions.panels} className={styles['panels']}>
      {panels.map(({ id, topic }) => (
        <a key={id} href={hashOf(section, id)} aria-current={id === chosen.id ? 'true' : undefined}>
          {topic}
        </a>
      ))}
    </nav>
  );
}
