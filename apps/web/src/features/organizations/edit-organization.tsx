import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app, isLanguage, languageCodes, languages } from '#libs/words';
import { meQuery, useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { ZoneSelect } from '../../components/zone-select.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import { AccentField } from './accent-field.tsx';
import { organizationQuery } from './organization-query.ts';

export function EditOrganization() {
  const words = app.organizations;
  const { organizationId } = useMembership();
  const query = organizationQuery(organizationId);
  const { data } = useSuspenseQuery(query);
  useTitle(words.edit);
  const [{ name, city, timeZone, accent, language, replyTo }, setInput] = useState(data);
  const input = { name, city, timeZone, accent, replyTo, ...(isLanguage(language) && { language }) };
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => api.organizations.change(organizationId, input),
    onSuccess: (changed) => {
      queries.setQueryData(query.queryKey, changed);
      void queries.invalidateQueries(meQuery);
      say('done', words.saved);
    },
  });
  const faults = faultsByField(save.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" style={{ maxWidth: '32rem' }} onSubmit={submit} noValidate>
      <h1>{words.edit}</h1>
      <p>
        <a href={`/o/${data.slug}`}>{words.page}</a>
      </p>
      {save.isError && Object.keys(faults).length === 0 && <Fault>{sentenceOf(save.error)}</Fault>}
      <TextInput
        label={words.name}
        name="name"
        required
        maxLength={120}
        value={name}
        onChange={({ currentTarget: { value } }) => {
          setInput({ ...data, ...input, name: value });
        }}
        error={faults['name']}
      />
      <TextInput
        label={words.city}
        name="city"
        maxLength={120}
        value={city}
        onChange={({ currentTarget: { value } }) => {
          setInput({ ...data, ...input, city: value });
        }}
        error={faults['city']}
      />
      <ZoneSelect
        value={timeZone}
        onChange={(zone) => {
          setInput({ ...data, ...input, timeZone: zone });
        }}
        error={faults['timeZone']}
      />
      <AccentField
        value={accent}
        onChange={(value) => {
          setInput({ ...data, ...input, accent: value });
        }}
        error={faults['accent']}
      />
      <NativeSelect
        label={words.language}
        description={words.languageHelp}
        name="language"
        value={language}
        onChange={({ currentTarget: { value } }) => {
          setInput({ ...data, ...input, language: value });
        }}
        error={faults['language']}
        data={languageCodes.map((code) => ({ value: code, label: languages[code].name }))}
      />
      <TextInput
        label={words.replyTo}
        description={words.replyToHelp}
        name="replyTo"
        type="email"
        maxLength={254}
        value={replyTo ?? ''}
        onChange={({ currentTarget: { value } }) => {
          setInput({ ...data, ...input, replyTo: value === '' ? null : value });
        }}
        error={faults['replyTo']}
      />
      <div>
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
