import { useState } from 'react';
import type { Door } from './session/door.ts';
import type { Ending } from './session/state.ts';
import { DoorScreens } from './screens/door-screens.tsx';
import { Ended } from './screens/ended.tsx';
import { Opening } from './screens/opening.tsx';

interface Props {
  token: string;
  /** People check themselves in. */
  isKiosk: boolean;
}

/** Closed until the code was typed; what opens it lives as long as the page. */
export function App({ token, isKiosk }: Props) {
  const [door, setDoor] = useState<Door>();
  const [ending, setEnding] = useState<Ending>();
  if (ending !== undefined) return <Ended ending={ending} />;
  if (door !== undefined) return <DoorScreens door={door} isKiosk={isKiosk} />;
  return <Opening token={token} opened={setDoor} ended={setEnding} />;
}
