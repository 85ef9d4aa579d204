import { app } from '#libs/words';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import type { EventView } from '../../lib/shapes.ts';

const tones: Record<EventView['state'], Tone> = { draft: 'quiet', published: 'good', cancelled: 'bad' };

export const EventState = ({ state }: { state: EventView['state'] }) => (
  <StateWord tone={tones[state]}>{app.events.state[state]}</StateWord>
);
