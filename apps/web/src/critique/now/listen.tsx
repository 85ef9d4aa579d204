import { critiqueFiles, critiqueNow } from '#libs/words';
import { type Hearing, calls } from '../calls.ts';
import buttons from '../../phone/button.module.css';
import { WorkPlayer } from '../player/work-player.tsx';
import type { Draft, DraftState } from './draft.ts';

const words = critiqueNow.work;

export interface ListenProps {
  token: string;
  sessionId: string;
  hearing: Hearing;
  draft: Draft;
  state: DraftState;
  /** It is played in the room too, whose moment another button marks. */
  inRoom?: boolean;
}

/** The work itself, with a button that pins a word to the moment one hears. A link opens beside this page. */
export function Listen({
  token,
  sessionId,
  hearing: { link, medium, submissionId },
  draft,
  state,
  inRoom = false,
}: ListenProps) {
  if (link !== null)
    return (
      <p>
        <a className={buttons['button']} href={link} target="_blank" rel="noopener noreferrer nofollow">
          {words.link}
        </a>
      </p>
    );
  if (medium === null || medium === 'link') return null;
  const { marks } = state.parts;
  return (
    <WorkPlayer
      listen={() => calls.listen(token, sessionId, submissionId)}
      marks={marks}
      {...(inRoom && { markWords: critiqueFiles.player.markHere })}
      onMark={(at) => {
        draft.mark([...marks, { at: Math.round(at), text: '' }]);
      }}
    />
  );
}
