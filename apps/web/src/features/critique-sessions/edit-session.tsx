import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { say } from '../../lib/notes.ts';
import { ProblemError, faultsByField, sentenceOf } from '../../lib/problem.ts';
import { mayEditCritique } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { type Clash, ClashNote } from './clash.tsx';
import { NoRight } from './no-right.tsx';
import { nameOf, type Plan, type SettingsChange, sessionCalls } from './session-calls.ts';
import { planQuery, sessionsQuery, usePlan, useSessionPath, useSessions } from './session-queries.ts';
import { type SettingsDraft, draftOfSession, merged, sendable } from './settings-draft.ts';
import { faultsOf, homeless, standingFaults } from './settings-faults.ts';
import { SettingsForm } from './settings-form.tsx';
import { focusOnFault } from './focus-on-fault.ts';
import styles from './settings.module.css';

const words = app.critiqueSessions.form;

export function EditCritiqueSession() {
  const plan = usePlan();
  const { role } = useMembership();
  return mayEditCritique(role) ? <Form plan={plan} /> : <NoRight />;
}

/** Somebody else's change in between is taken in, and nothing that was typed is lost to it. */
function Form({ plan: { session } }: { plan: Plan }) {
  const evening = useSessions();
  const path = useSessionPath();
  const { slug = '', eventId = '', sessionId = '' } = useParams({ strict: false });
  const params = { slug, eventId, sessionId };
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOfSession(session));
  const [base, setBase] = useState({ draft, version: session.settingsVersion });
  const [clash, setClash] = useState<Clash>();
  const [sent, setSent] = useState<SettingsDraft>();
  const isPlanned = session.state !== 'open';
  useTitle(app.critiqueSessions.settingsOf(nameOf(session)));
  const takeIn = async (): Promise<void> => {
    const theirs = await queries.query({ ...planQuery(path), staleTime: 0 });
    const their = draftOfSession(theirs.session);
    const { draft: both, both: fields } = merged(base.draft, draft, their);
    setDraft(both);
    setBase({ draft: their, version: theirs.session.settingsVersion });
    setClash({ theirs: their, both: fields });
  };
  const save = useMutation({
    mutationFn: () => {
      setSent(draft);
      setClash(undefined);
      return sessionCalls.change(path, { ...changeOf(draft, isPlanned), settingsVersion: base.version });
    },
    onSuccess: async () => {
      await queries.invalidateQueries(planQuery(path));
      void queries.invalidateQueries(sessionsQuery(path));
      say('done', words.saved);
      await navigate({ to: '/$slug/events/$eventId/critique-sessions/$sessionId', params });
    },
    onError: async (error) => {
      if (isClash(error)) await takeIn();
      else void queries.invalidateQueries(planQuery(path));
    },
  });
  const refused = standingFaults(faultsByField(save.error), sent, draft);
  const own = faultsOf(draft);
  const nowhere = homeless(refused, draft, isPlanned);
  const isOtherwise =
    save.isError && !isClash(save.error) && Object.keys(faultsByField(save.error)).length === 0;
  useFocusOnFault(save.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (Object.keys(own).length > 0) focusOnFault();
    else if (!save.isPending) save.mutate();
  };
  return (
    <form className={styles['page']} onSubmit={submit} noValidate aria-labelledby="session-settings">
      <h2 id="session-settings">{app.critiqueSessions.settingsOf(nameOf(session))}</h2>
      {isPlanned && (
        <p className="soft">{session.state === 'planned' ? words.plannedNote : words.begunNote}</p>
      )}
      <SettingsForm
        draft={draft}
        change={setDraft}
        faults={{ ...refused, ...own }}
        isPlanned={isPlanned}
        evening={evening}
      />
      {clash !== undefined && (
        <ClashNote
          clash={clash}
          take={(field) => {
            setDraft({ ...draft, [field]: clash.theirs[field] });
            setClash({ ...clash, both: clash.both.filter((one) => one !== field) });
          }}
        />
      )}
      {isOtherwise && <Fault>{sentenceOf(save.error)}</Fault>}
      {nowhere.length > 0 && <Fault>{nowhere.join(' ')}</Fault>}
      <div className="row">
        <Button type="submit" loading={save.isPending}>
          {clash === undefined ? words.save : words.saveMine}
        </Button>
        <ButtonLink variant="subtle" to="/$slug/events/$eventId/critique-sessions/$sessionId" params={params}>
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}

const isClash = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'changed-meanwhile';

/** Of a plan that stands only what it does not depend on is sent. */
function changeOf(draft: SettingsDraft, isPlanned: boolean): Omit<SettingsChange, 'settingsVersion'> {
  const { title, rules, phases, ...rest } = sendable(draft);
  const harmless = { title, rules, ...(rest.format === 'written' ? {} : { phases }) };
  if (isPlanned) return harmless;
  const { format, tables, criticsPerWork, deadlineLocal, blind, feedbackTo, topicsMatter, employersApart } =
    rest;
  const others = { format, tables, criticsPerWork, deadlineLocal, blind, feedbackTo };
  return { ...harmless, ...others, topicsMatter, employersApart };
}
