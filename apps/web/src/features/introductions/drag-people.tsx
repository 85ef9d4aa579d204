import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import styles from './drag-people.module.css';
import { type Held, watchDrags } from './drag.ts';

interface Props {
  /** Somebody was dropped on somebody else. */
  dropped: (one: string, other: string) => void;
  children: ReactNode;
}

/** Within it people can be dragged onto each other; the keyboard's way is "Match with…". */
export function DragPeople({ dropped, children }: Props) {
  const ground = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLParagraphElement>(null);
  const [held, setHeld] = useState<Held>();
  const onDrop = useEffectEvent(dropped);
  useEffect(() => {
    if (ground.current === null) return undefined;
    return watchDrags(ground.current, {
      held: setHeld,
      at: (x, y) => {
        ghost.current?.style.setProperty('translate', `${String(x)}px ${String(y)}px`);
      },
      dropped: (one, other) => {
        onDrop(one, other);
      },
    });
  }, []);
  return (
    <div ref={ground} className={styles['ground']} data-holding={held !== undefined}>
      {children}
      <p ref={ghost} className={styles['ghost']} hidden={held === undefined} aria-hidden="true">
        {held?.name}
      </p>
    </div>
  );
}
