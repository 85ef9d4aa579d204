import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath, useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { say } from '../../lib/notes.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { mayEditCritique } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { Choices } from '../events/choices.tsx';
import { focusOnFault } from './focus-on-fault.ts';
import { NoRight } from './no-right.tsx';
import { type CritiqueTemplate, nameOf, sessionCalls } from './session-calls.ts';
import { sessionsQuery, useSessions } from './session-queries.ts';
import { type SettingsDraft, draftOf, sendable } from './settings-draft.ts';
import { faultsOf, homeless, standingFaults } from './settings-faults.ts';
import { SettingsForm } from './settings-form.tsx';
import styles from './settings.module.css';

const words = app.critiqueSessions.form;

/** A session from a template: everything it sets can be changed. */
export function NewCritiqueSession() {
  const evening = useSessions();
  const [first] = evening.templates;
  const { role } = useMembership();
  useTitle(words.new);
  if (!mayEditCritique(role)) return <NoRight />;
  return first === undefined ? null : <Form evening={evening} first={first} />;
}

function Form({ evening, first }: { evening: ReturnType<typeof useSessions>; first: CritiqueTemplate }) {
  const path = useEventPath();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const [draft, setDraft] = useState(() => draftOf(first));
  const [sent, setSent] = useState<SettingsDraft>();
  const add = useMutation({
    mutationFn: () => {
      setSent(draft);
      return sessionCalls.add(path, sendable(draft));
    },
    onSuccess: async (session) => {
      void queries.invalidateQueries(sessionsQuery(path));
      say('done', words.added(nameOf(session)));
      const params = { slug, eventId, sessionId: session.id };
      await navigate({ to: '/$slug/events/$eventId/critique-sessions/$sessionId', params });
    },
  });
  useFocusOnFault(add.error);
  const refused = standingFaults(faultsByField(add.error), sent, draft);
  const own = faultsOf(draft);
  const nowhere = homeless(refused, draft, false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (Object.keys(own).length > 0) focusOnFault();
    else if (!add.isPending) add.mutate();
  };
  return (
    <form className={styles['page']} onSubmit={submit} noValidate aria-labelledby="new-session">
      <h2 id="new-session">{words.new}</h2>
      <Choices
        label={words.template}
        value={draft.template}
        choices={evening.templates.map(({ template }) => ({ value: template, ...words.templates[template] }))}
        change={(chosen) => {
          const template = evening.templates.find((one) => one.template === chosen) ?? first;
          setDraft(draftOf(template, draft));
        }}
      />
      <SettingsForm
        draft={draft}
        change={setDraft}
        faults={{ ...refused, ...own }}
        isPlanned={false}
        evening={evening}
      />
      {add.isError && Object.keys(faultsByField(add.error)).length === 0 && (
        <Fault>{sentenceOf(add.error)}</Fault>
      )}
      {nowhere.length > 0 && <Fault>{nowhere.join(' ')}</Fault>}
      <div className="row">
        <Button type="submit" loading={add.isPending}>
          {words.addButton}
        </Button>
        <ButtonLink variant="subtle" to="/$slug/events/$eventId/critique-sessions" params={{ slug, eventId }}>
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
