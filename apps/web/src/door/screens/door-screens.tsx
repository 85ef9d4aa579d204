import { useEffect, useState, useSyncExternalStore } from 'react';
import { doorApp } from '#libs/words';
import { useAwake } from '../../phone/use-awake.ts';
import { useOnline } from '../../phone/use-online.ts';
import { useTitle } from '../../phone/use-title.ts';
import type { Door } from '../session/door.ts';
import { keepInStep } from '../session/pulse.ts';
import type { DoorState } from '../session/state.ts';
import { signal } from '../signals.ts';
import { Ended } from './ended.tsx';
import { Kiosk } from './kiosk.tsx';
import { List } from './list.tsx';
import { Looks } from './looks.tsx';
import { Scan } from './scan.tsx';
import styles from './screens.module.css';
import { VerdictScreen } from './verdict-screen.tsx';
import { WalkIn } from './walk-in.tsx';

const tabs = ['scan', 'list', 'walkIn'] as const;
type Tab = (typeof tabs)[number];

/** The open door: the camera, the list, a walk-in, and over all of them what the last scan meant. */
export function DoorScreens({ door, isKiosk }: { door: Door; isKiosk: boolean }) {
  const state = useSyncExternalStore(door.subscribe, door.state);
  useAwake();
  useTitle(doorApp.title(state.event.title));
  useEffect(() => keepInStep(door), [door]);
  const tone = state.shown?.verdict.tone;
  const { shown } = state;
  useEffect(() => {
    if (tone !== undefined) signal(tone);
    // Also for the same tone once more.
  }, [tone, shown]);
  if (state.ending !== null) return <Ended ending={state.ending} />;
  return isKiosk ? <Kiosk door={door} state={state} /> : <Staff door={door} state={state} />;
}

function Staff({ door, state }: { door: Door; state: DoorState }) {
  const [tab, setTab] = useState<Tab>('scan');
  const [isLooking, setIsLooking] = useState(false);
  const { shown } = state;
  const look = (): void => {
    setIsLooking(!isLooking);
  };
  return (
    <div className={styles['frame']}>
      <Bar state={state} look={look} />
      <main className={styles['main']} inert={shown !== null}>
        {isLooking ? (
          <Looks door={door} state={state} back={look} />
        ) : (
          <>
            {tab === 'scan' && <Scan read={(text) => void door.read(text)} />}
            {tab === 'list' && <List door={door} state={state} />}
            {tab === 'walkIn' && <WalkIn door={door} />}
          </>
        )}
      </main>
      <nav className={styles['tabs']} aria-label={doorApp.tabs.label} inert={shown !== null}>
        {tabs.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={id === tab && !isLooking ? 'page' : undefined}
            onClick={() => {
              setTab(id);
              setIsLooking(false);
            }}
          >
            {doorApp.tabs[id]}
          </button>
        ))}
      </nav>
      {shown !== null && <VerdictScreen key={shown.nonce} shown={shown} door={door} state={state} />}
    </div>
  );
}

function Bar({ state, look }: { state: DoorState; look: () => void }) {
  const words = doorApp.bar;
  const isOnline = useOnline() && state.isHeard;
  const { counts, waiting, looks } = state;
  return (
    <header className={styles['bar']} aria-label={words.label}>
      <p className={styles['count']}>{words.count(counts.in, counts.going)}</p>
      <p role="status" className={styles['news']}>
        {!isOnline && <span>{words.offline}</span>}
        {waiting > 0 && <span>{words.waiting(waiting)}</span>}
      </p>
      {looks.length > 0 && (
        <button type="button" className={styles['looks']} onClick={look}>
          {words.looks(looks.length)}
        </button>
      )}
    </header>
  );
}
