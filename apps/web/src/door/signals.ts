import type { Tone } from './model/decide.ts';

// What is heard and felt, so that nobody has to look. Made here: no file to load, and every phone can.

interface Note {
  hertz: number;
  seconds: number;
}

/** Rising: come in. Twice the same: look. Low and long: stop. */
const notes: Record<Tone, Note[]> = {
  green: [
    { hertz: 660, seconds: 0.09 },
    { hertz: 990, seconds: 0.16 },
  ],
  amber: [
    { hertz: 520, seconds: 0.12 },
    { hertz: 0, seconds: 0.06 },
    { hertz: 520, seconds: 0.12 },
  ],
  red: [{ hertz: 150, seconds: 0.55 }],
};
const buzzes: Record<Tone, number[]> = { green: [60], amber: [60, 80, 60], red: [400] };

let audio: AudioContext | undefined;

/** A browser gives sound only after a press: the one that opens the door. */
export function wakeSound(): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  void audio.resume().catch(() => undefined);
}

export function signal(tone: Tone): void {
  // Safari on phones has none.
  if ('vibrate' in navigator) navigator.vibrate(buzzes[tone]);
  if (audio === undefined) return;
  let at = audio.currentTime;
  for (const note of notes[tone]) {
    if (note.hertz > 0) play(audio, note, at);
    at += note.seconds;
  }
}

function play(context: AudioContext, { hertz, seconds }: Note, at: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.4, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + seconds);
}
