import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { doorDesk } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import type { EventPath } from '../../lib/api.ts';
import { useEvent } from '../events/event-queries.ts';
import { doorCalls, doorLinksQuery } from './door-calls.ts';
import { DoorLinks } from './door-links.tsx';
import styles from './door.module.css';

/** The phones at the door, how many are in, and what is printed for it. */
export function Door() {
  const path = useEventPath();
  return (
    <div className={styles['door']}>
      <Count path={path} />
      <DoorLinks path={path} />
      <Prints path={path} />
    </div>
  );
}

/** The same figures as on the phones: people, with those they bring. */
function Count({ path }: { path: EventPath }) {
  const { data } = useQuery(doorLinksQuery(path));
  if (data === undefined) return null;
  return (
    <p role="status" className={styles['count']}>
      {doorDesk.count(data.counts.in, data.counts.going)}
    </p>
  );
}

function Prints({ path }: { path: EventPath }) {
  const words = doorDesk.prints;
  const hasTables = useEvent().mixer?.format === 'tables';
  return (
    <section className={styles['part']}>
      <h2>{words.title}</h2>
      <p>{hasTables ? words.withTables : words.text}</p>
      <div className="row">
        <Button component="a" variant="default" href={doorCalls.print(path, 'badges.pdf')} download>
          {words.badges}
        </Button>
        {hasTables && (
          <Button component="a" variant="default" href={doorCalls.print(path, 'tables.pdf')} download>
            {words.tables}
          </Button>
        )}
      </div>
    </section>
  );
}
