import { Button } from '@mantine/core';
import { app } from '#libs/words';

/** Sign-in is a page of its own; it leads back to where the person was. */
export function SignedOut() {
  const here = `${window.location.pathname}${window.location.search}`;
  return (
    <div className="stack" style={{ paddingTop: '12vh' }}>
      <h1>{app.signedOut.title}</h1>
      <p>{app.signedOut.text}</p>
      <div>
        <Button component="a" href={`/sign-in?returnTo=${encodeURIComponent(here)}`}>
          {app.signedOut.button}
        </Button>
      </div>
    </div>
  );
}
