import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { meQuery } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { ZoneSelect } from '../../components/zone-select.tsx';
import { api } from '../../lib/api.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { ownTimeZone } from '../../lib/times.ts';
import { useTitle } from '../../lib/title.ts';

export function NewOrganization({ first = false }: { first?: boolean }) {
  const words = app.organizations;
  useTitle(words.make);
  const [input, setInput] = useState({ name: '', city: '', timeZone: ownTimeZone() });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () => api.organizations.create(input),
    onSuccess: async ({ slug }) => {
      await queries.invalidateQueries(meQuery);
      await navigate({ to: '/$slug', params: { slug } });
    },
  });
  const faults = faultsByField(make.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="stack" style={{ maxWidth: '32rem' }} onSubmit={submit} noValidate>
      <h1>{first ? words.first : words.make}</h1>
      <p className="soft">{words.what}</p>
      {make.isError && Object.keys(faults).length === 0 && <Fault>{sentenceOf(make.error)}</Fault>}
      <TextInput
        label={words.name}
        name="name"
        required
        maxLength={120}
        value={input.name}
        onChange={({ currentTarget: { value } }) => {
          setInput({ ...input, name: value });
        }}
        error={faults['name']}
      />
      <TextInput
        label={words.city}
        description={words.cityHelp}
        name="city"
        maxLength={120}
        value={input.city}
        onChange={({ currentTarget: { value } }) => {
          setInput({ ...input, city: value });
        }}
        error={faults['city']}
      />
      <ZoneSelect
        value={input.timeZone}
        description={words.zoneHelp}
        onChange={(timeZone) => {
          setInput({ ...input, timeZone });
        }}
        error={faults['timeZone']}
      />
      <div>
        <Button type="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}
