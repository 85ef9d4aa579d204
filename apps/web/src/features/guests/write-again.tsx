import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mailLog } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import styles from './guest-detail.module.css';
import { attendeesKey } from './guest-queries.ts';

/** For an address from which mail came back: try it once more. */
export function WriteAgain({ guest: { id, name } }: { guest: AttendeeView }) {
  const words = mailLog;
  const path = useEventPath();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => api.attendees.writeAgain(path, id),
    onSuccess: async () => {
      say('done', words.writtenAgain(name));
      await queries.invalidateQueries({ queryKey: attendeesKey(path) });
    },
  });
  return (
    <section className={styles['part']}>
      <h3>{words.returnedBadge}</h3>
      <p className="soft">{words.writeAgainHelp}</p>
      <div>
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() => {
            change.mutate();
          }}
        >
          {words.writeAgain}
        </Button>
      </div>
      {change.isError && <Fault>{sentenceOf(change.error)}</Fault>}
    </section>
  );
}
