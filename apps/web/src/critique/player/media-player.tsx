import { type KeyboardEvent, useRef, useState } from 'react';
import { critiqueFiles } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Pins, Ticks } from './pins.tsx';
import type { PlayerProps } from './player-props.ts';
import styles from './player.module.css';
import { clockOf } from './time.ts';
import { Wave } from './wave.tsx';

const words = critiqueFiles.player;
const stepSeconds = 5;

/** Sound with its waveform, or a film; play, seek and mark by hand, by key and by thumb. */
export function MediaPlayer({
  url,
  type,
  peaks,
  lengthMs,
  marks = [],
  onMark,
  markWords,
  onLost,
  onHeard,
  from,
}: PlayerProps) {
  const media = useRef<HTMLVideoElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [now, setNow] = useState(from.ms / 1000);
  const [whole, setWhole] = useState((lengthMs ?? 0) / 1000);
  const isFilm = type.startsWith('video/');
  const toggle = (): void => {
    const element = media.current;
    if (element?.paused === true) void element.play().catch(() => undefined);
    else element?.pause();
  };
  const seek = (seconds: number): void => {
    const to = Math.min(Math.max(0, seconds), whole || seconds);
    if (media.current !== null) media.current.currentTime = to;
    setNow(to);
  };
  const press = (event: KeyboardEvent): void => {
    // The keys of the screen around it keep their meaning outside of it.
    if (event.key === ' ' || event.key.startsWith('Arrow')) event.stopPropagation();
    const step = { ArrowLeft: -stepSeconds, ArrowRight: stepSeconds }[event.key];
    if (step !== undefined) seek((media.current?.currentTime ?? now) + step);
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) toggle();
    else return;
    event.preventDefault();
  };
  return (
    <div role="group" aria-label={words.title} className={styles['player']} onKeyDown={press}>
      <video
        ref={media}
        src={url}
        className={isFilm ? styles['film'] : styles['sound']}
        preload="metadata"
        playsInline
        disablePictureInPicture
        disableRemotePlayback
        controlsList="nodownload"
        onContextMenu={(event) => {
          event.preventDefault();
        }}
        onPlay={() => {
          setPlaying(true);
        }}
        onPause={() => {
          setPlaying(false);
        }}
        onTimeUpdate={({ currentTarget }) => {
          setNow(currentTarget.currentTime);
        }}
        onLoadedMetadata={({ currentTarget }) => {
          onHeard();
          if (Number.isFinite(currentTarget.duration)) setWhole(currentTarget.duration);
          if (from.ms > 0) currentTarget.currentTime = from.ms / 1000;
          if (from.isPlaying) void currentTarget.play().catch(() => undefined);
        }}
        onError={() => {
          onLost({ ms: now * 1000, isPlaying });
        }}
      />
      <div className={styles['track']}>
        {!isFilm && <Wave media={media} peaks={peaks} seconds={whole} />}
        <Ticks marks={marks} whole={whole} />
      </div>
      <input
        type="range"
        className={styles['position']}
        aria-label={words.position}
        aria-valuetext={words.at(clockOf(now), clockOf(whole))}
        min={0}
        max={Math.max(whole, 0.1)}
        step={0.1}
        value={Math.min(now, whole)}
        onChange={({ target }) => {
          seek(Number(target.value));
        }}
      />
      <div className={styles['acts']}>
        <Button look="main" onClick={toggle}>
          {isPlaying ? words.pause : words.play}
        </Button>
        <span className={styles['time']}>{words.at(clockOf(now), clockOf(whole))}</span>
        {onMark !== undefined && (
          <Button
            onClick={() => {
              onMark(Math.round((media.current?.currentTime ?? now) * 1000));
            }}
          >
            {markWords ?? words.mark}
          </Button>
        )}
      </div>
      <Pins marks={marks} seek={seek} />
    </div>
  );
}
