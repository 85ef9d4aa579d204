import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import { app } from '#libs/words';
import { UndoBar } from '../components/undo-bar.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useKeys } from '../lib/keys.ts';
import { DemoBanner } from './demo-banner.tsx';
import { Failure } from './failure.tsx';
import { Masthead } from './masthead.tsx';
import { meQuery } from './me.ts';
import { SignedOut } from './signed-out.tsx';
import styles from './shell.module.css';

const KeysHelp = lazy(async () => ({ default: (await import('../components/keys-help.tsx')).KeysHelp }));

/** "?" lists the keys of the screen that stands. */
function Keys() {
  const [open, setOpen] = useState(false);
  useKeys([
    {
      key: '?',
      shown: '?',
      label: app.keys.help,
      run: () => {
        setOpen(true);
      },
    },
  ]);
  return (
    <Suspense>
      {open && (
        <KeysHelp
          close={() => {
            setOpen(false);
          }}
        />
      )}
    </Suspense>
  );
}

/** The frame of every screen: banner, masthead, the screen itself, and the way back from what was just done. */
export function Shell() {
  const me = useQuery(meQuery);
  const isBare = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isBare) });
  if (me.data === undefined) {
    return (
      <main className={styles['main']}>
        {me.isError ? <Failure error={me.error} reset={() => void me.refetch()} /> : <Waiting />}
      </main>
    );
  }
  const signedIn = me.data.person !== null;
  if (isBare && signedIn)
    return (
      <main id="main">
        <Outlet />
      </main>
    );
  return (
    <>
      <a href="#main" className={styles['skip']}>
        {app.skip}
      </a>
      {me.data.mode === 'demo' && (
        <DemoBanner now={me.data.now} timeZone={me.data.memberships[0]?.timeZone ?? 'UTC'} />
      )}
      {signedIn && <Masthead me={me.data} />}
      <main id="main" tabIndex={-1} className={styles['main']}>
        {signedIn ? <Outlet /> : <SignedOut />}
      </main>
      <Keys />
      <UndoBar />
    </>
  );
}
