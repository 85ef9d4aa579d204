import { MediaPlayer } from './media-player.tsx';
import { Pages } from './pages.tsx';
import type { PlayerProps } from './player-props.ts';

/** A work as its critics hear or see it: nothing to download, and marks in time. */
export function Player(props: PlayerProps) {
  if (props.type === 'application/pdf') return <Pages url={props.url} />;
  return <MediaPlayer key={props.url} {...props} />;
}
