import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { critiqueFiles } from '#libs/words';
import type { components } from '../../lib/api-types.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import type { PlayerProps, Position } from './player-props.ts';
import { Player } from './player.tsx';
import { type Trouble, troubleOf } from './trouble.ts';

type Listening = components['schemas']['ListeningView'];

const words = critiqueFiles.player;

interface Props extends Pick<PlayerProps, 'marks' | 'onMark' | 'markWords'> {
  /** Asks for a link of a quarter of an hour. */
  listen: () => Promise<Listening>;
}

/** Opens a work when it is asked for, and once more where its link has become too old: whoever listens stays where they were. */
export function WorkPlayer({ listen, ...given }: Props) {
  const [from, setFrom] = useState<Position>({ ms: 0, isPlaying: false });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const renewed = useRef(false);
  const opening = useMutation({ mutationFn: listen });
  const { data, isError, isPending } = opening;
  const open = (): void => {
    setTrouble(null);
    renewed.current = false;
    opening.mutate();
  };
  const lost = async (url: string, at: Position): Promise<void> => {
    setFrom(at);
    const why = await troubleOf(url);
    // A fresh link that is refused as well is not too old.
    if (why === 'too-old' && !renewed.current) {
      renewed.current = true;
      opening.mutate();
    } else setTrouble(why);
  };
  if (data !== undefined && trouble === null)
    return (
      <Player
        {...data}
        {...given}
        from={from}
        onLost={(at) => void lost(data.url, at)}
        onHeard={() => {
          renewed.current = false;
        }}
      />
    );
  const isLost = isError || trouble !== null;
  return (
    <div className="stack">
      {isLost && !isPending && (
        <Notice fault>
          <p>{sentenceOf(trouble, data?.type)}</p>
        </Notice>
      )}
      <div>
        <Button disabled={isPending} onClick={open}>
          {isPending ? words.loading : isLost ? words.again : words.load}
        </Button>
      </div>
    </div>
  );
}

function sentenceOf(trouble: Trouble | null, type: string | undefined): string {
  if (trouble === 'unplayable') return type === 'audio/aiff' ? words.unplayableAiff : words.unplayable;
  return trouble === 'away' ? words.away : words.failed;
}
