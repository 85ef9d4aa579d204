import { useEffect, useRef, useState } from 'react';
import type { Upload } from 'tus-js-client';
import { critiqueFiles as words } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import { peaksOf } from './peaks.ts';
import { type SentFile, keepPeaks, sendFile, sentenceOf } from './send-file.ts';
import styles from './upload.module.css';
import { WavePicture } from './wave-picture.tsx';

interface Props {
  token: string;
  sessionId: string;
  onReady: (file: SentFile) => void;
}

const mostMegabytes = 200;
const megabyte = 1024 * 1024;
const kinds = '.wav,.mp3,.flac,.aif,.aiff,.m4a,.mp4,.pdf';

type State =
  | { is: 'empty' }
  | { is: 'chosen'; file: File }
  | { is: 'sending'; file: File; part: number; isWaiting: boolean }
  | { is: 'failed'; file: File; why: string };

/** Choose a file, see its sound, send it; where the network breaks it goes on by itself, also after a reload. */
export function UploadField({ token, sessionId, onReady }: Props) {
  const [state, setState] = useState<State>({ is: 'empty' });
  const [peaks, setPeaks] = useState<number[] | null | 'drawing'>(null);
  const [fault, setFault] = useState<string | null>(null);
  const upload = useRef<Upload | null>(null);
  useEffect(() => () => void upload.current?.abort().catch(() => undefined), []);

  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    const why = faultOf(file);
    setFault(why);
    if (why !== null) return;
    setState({ is: 'chosen', file });
    setPeaks('drawing');
    void peaksOf(file).then(setPeaks);
  };
  const send = (file: File): void => {
    setState({ is: 'sending', file, part: 0, isWaiting: false });
    const failed = (error: unknown): void => {
      setState({ is: 'failed', file, why: sentenceOf(error) ?? words.failed });
    };
    const ready = async (sent: SentFile): Promise<void> => {
      if (Array.isArray(peaks)) await keepPeaks(token, sent.id, peaks).catch(() => undefined);
      setState({ is: 'empty' });
      onReady(sent);
    };
    sendFile({
      token,
      sessionId,
      file,
      onProgress: (part) => {
        setState({ is: 'sending', file, part, isWaiting: false });
      },
      onWaiting: () => {
        setState((was) => (was.is === 'sending' ? { ...was, isWaiting: true } : was));
      },
      onReady: (sent) => void ready(sent),
      onFailed: failed,
    }).then((started) => {
      upload.current = started;
    }, failed);
  };
  const stop = (file: File): void => {
    void upload.current?.abort(true).catch(() => undefined);
    upload.current = null;
    setState({ is: 'chosen', file });
  };

  return (
    <div className="stack">
      {state.is !== 'sending' && <Choose isFirst={state.is === 'empty'} choose={choose} />}
      {fault !== null && (
        <Notice fault>
          <p>{fault}</p>
        </Notice>
      )}
      {state.is !== 'empty' && Array.isArray(peaks) && <WavePicture peaks={peaks} />}
      {state.is !== 'empty' && isAiff(state.file) && (
        <Notice>
          <p>{words.aiff}</p>
        </Notice>
      )}
      {state.is !== 'empty' && peaks === 'drawing' && <p role="status">{words.drawing}</p>}
      {state.is === 'failed' && (
        <Notice fault>
          <p>{state.why}</p>
        </Notice>
      )}
      {(state.is === 'chosen' || state.is === 'failed') && (
        <Button
          look="main"
          onClick={() => {
            send(state.file);
          }}
        >
          <span className={styles['name']}>{words.send(state.file.name)}</span>
        </Button>
      )}
      {state.is === 'sending' && <Progress {...state} stop={stop} />}
    </div>
  );
}

function Choose({ isFirst, choose }: { isFirst: boolean; choose: (file: File | undefined) => void }) {
  return (
    <label
      className={styles['drop']}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        choose(event.dataTransfer.files[0]);
      }}
    >
      <span>{isFirst ? `${words.choose} ${words.drop}` : words.another}</span>
      <input
        type="file"
        accept={kinds}
        onChange={({ target }) => {
          choose(target.files?.[0]);
        }}
      />
      {isFirst && <span className="soft small">{words.hint(mostMegabytes)}</span>}
    </label>
  );
}

interface ProgressProps {
  file: File;
  part: number;
  isWaiting: boolean;
  stop: (file: File) => void;
}

function Progress({ file, part, isWaiting, stop }: ProgressProps) {
  const percent = Math.floor(part * 100);
  const says = isWaiting ? words.waits : part === 1 ? words.looking : words.sending(percent);
  return (
    <div className="stack">
      <progress className={styles['bar']} value={part} max={1} aria-label={words.sending(percent)} />
      <p role="status">{says}</p>
      <div>
        <Button
          look="quiet"
          onClick={() => {
            stop(file);
          }}
        >
          {words.stop}
        </Button>
      </div>
    </div>
  );
}

const isAiff = ({ name }: File): boolean => /\.aiff?$/i.test(name);

/** Said before a byte travels; the api looks again, at the bytes. */
function faultOf({ name, size }: File): string | null {
  const end = name.slice(name.lastIndexOf('.')).toLowerCase();
  if (!kinds.split(',').includes(end)) return words.wrongKind;
  return size > mostMegabytes * megabyte ? words.tooLarge(mostMegabytes) : null;
}
