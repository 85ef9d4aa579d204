import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { critiqueNow } from '#libs/words';
import { intend, undo, useUnsettled } from '../../lib/intentions.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { type Hearing, calls } from '../calls.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import type { DraftPath } from './use-draft.ts';
import { nowKey } from './use-now.ts';

const words = critiqueNow.decline;

/** Somebody else is asked, after ten seconds in which it can be undone. */
export function Decline({ path, hearing }: { path: DraftPath; hearing: Hearing }) {
  const queries = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const { token, sessionId, assignmentId } = path;
  const key = `decline:${assignmentId}`;
  const isPending = useUnsettled().some((one) => one.key === key);
  if (isPending)
    return (
      <Notice>
        <p>{words.pending(hearing.title)}</p>
        <div>
          <Button
            onClick={() => {
              undo(key);
            }}
          >
            {words.undo}
          </Button>
        </div>
      </Notice>
    );
  return (
    <div>
      <Button
        look="quiet"
        onClick={() => {
          setFault(null);
          intend({
            key,
            sentence: words.pending(hearing.title),
            apply: async () => {
              queries.setQueryData(
                nowKey(token, sessionId),
                await calls.decline(token, sessionId, assignmentId),
              );
            },
            settled: ({ error }) => {
              if (error !== undefined) setFault(sentenceOf(error));
            },
          });
        }}
      >
        {words.do}
      </Button>
      {fault !== null && (
        <Notice fault>
          <p>{fault}</p>
        </Notice>
      )}
    </div>
  );
}
