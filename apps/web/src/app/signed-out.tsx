import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { Fault } from '../components/fault.tsx';
import { demoSignIn } from '../lib/http.ts';
import { sentenceOf } from '../lib/problem.ts';
import { meQuery } from './me.ts';

/** Sign-in is a page of its own; it leads back to where the person was. The demo needs one click. */
export function SignedOut() {
  const here = `${window.location.pathname}${window.location.search}`;
  const { data: me } = useQuery(meQuery);
  const demo = me?.mode === 'demo';
  return (
    <div className="stack" style={{ paddingTop: '12vh' }}>
      <h1>{app.signedOut.title}</h1>
      <p>{demo ? app.signedOut.demoText : app.signedOut.text}</p>
      <div className="row">
        {demo && <DemoSignIn />}
        <Button
          component="a"
          variant={demo ? 'default' : 'filled'}
          href={`/sign-in?returnTo=${encodeURIComponent(here)}`}
        >
          {app.signedOut.button}
        </Button>
      </div>
    </div>
  );
}

function DemoSignIn() {
  const queries = useQueryClient();
  const signIn = useMutation({ mutationFn: demoSignIn, onSuccess: () => queries.resetQueries() });
  return (
    <>
      <Button
        onClick={() => {
          signIn.mutate();
        }}
        loading={signIn.isPending}
      >
        {app.signedOut.demoButton}
      </Button>
      {signIn.isError && <Fault>{sentenceOf(signIn.error)}</Fault>}
    </>
  );
}
