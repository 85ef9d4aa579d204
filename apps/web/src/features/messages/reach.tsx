import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { messagesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { LeftOut, Segment } from './message-calls.ts';
import { reachQuery } from './message-queries.ts';
import styles from './messages.module.css';

const words = messagesApp.whom;

/** How many a message reaches as things stand, said again whenever the choice changes. */
export function useReach(segment: Segment) {
  const [asked] = useDebouncedValue(segment, 250);
  return useQuery({
    ...reachQuery(useEventPath(), asked),
    enabled: asked.status.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function Reach({ segment }: { segment: Segment }) {
  const reach = useReach(segment);
  const isNobody = segment.status.length === 0;
  if (reach.isError && !isNobody) return <p role="status">{sentenceOf(reach.error)}</p>;
  const count = isNobody ? 0 : reach.data?.count;
  return (
    <div role="status" className={styles['reach']}>
      <p className={styles['count']}>{count === undefined ? words.counting : words.reaches(count)}</p>
      {!isNobody && reach.data !== undefined && <LeftOutNote leftOut={reach.data.leftOut} />}
    </div>
  );
}

function LeftOutNote({ leftOut: { noAddress, onlyListed } }: { leftOut: LeftOut }) {
  return (
    <>
      {noAddress > 0 && <p className="soft small">{words.noAddress(noAddress)}</p>}
      {onlyListed > 0 && <p className="soft small">{words.onlyListed(onlyListed)}</p>}
    </>
  );
}
