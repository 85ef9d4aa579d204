import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { organizationQuery } from '../organizations/organization-query.ts';
import { creditsKey } from './credit-queries.ts';
import styles from './critique-credits.module.css';

/** Whether works cost credits here: an owner decides, everybody else reads how it stands. */
export function CreditsSwitch() {
  const words = app.critiqueCredits;
  const { organizationId, role } = useMembership();
  const query = organizationQuery(organizationId);
  const { data } = useQuery(query);
  const queries = useQueryClient();
  const hint = useId();
  const change = useMutation({
    mutationFn: (critiqueCredits: boolean) => api.organizations.change(organizationId, { critiqueCredits }),
    onSuccess: async (changed) => {
      queries.setQueryData(query.queryKey, changed);
      say('done', changed.critiqueCredits ? words.switchedOn : words.switchedOff);
      await queries.invalidateQueries({ queryKey: creditsKey(organizationId) });
    },
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
  });
  if (data === undefined) return null;
  return (
    <div>
      <label className={styles['switch']}>
        <input
          type="checkbox"
          aria-describedby={hint}
          checked={change.isPending ? change.variables : data.critiqueCredits}
          disabled={role !== 'owner' || change.isPending}
          onChange={({ currentTarget }) => {
            change.mutate(currentTarget.checked);
          }}
        />
        {words.switch}
      </label>
      <p id={hint} className="soft small">
        {role === 'owner' ? words.switchHelp : words.ownersOnly}
      </p>
    </div>
  );
}
