import { useState } from 'react';
import { app } from '#libs/words';
import type { BoardPerson } from '../../lib/shapes.ts';
import type { partnersOf } from './room-map.ts';
import styles from './map-view.module.css';

interface Props {
  people: readonly BoardPerson[];
  partners: ReturnType<typeof partnersOf>;
  nameOf: ReadonlyMap<string, string>;
}

/** The map in words, for whoever reads it or looks for one name. Made when it is opened. */
export function MapList({ people, partners, nameOf }: Props) {
  const words = app.introductions.map;
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles['list']}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{words.asList}</summary>
      {open && (
        <ul>
          {people
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
            .map(({ attendeeId, name }) => (
              <li key={attendeeId}>
                {words.one(
                  name,
                  (partners.get(attendeeId) ?? []).map(({ id, kind }) =>
                    words.tie(nameOf.get(id) ?? '', words.kinds[kind].toLowerCase()),
                  ),
                )}
              </li>
            ))}
        </ul>
      )}
    </details>
  );
}
