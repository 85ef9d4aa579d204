import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type StorageSettings, openStorage } from '#libs/files';

/** 16 bits at 11,025 Hz: 20 seconds are 440 kB, and plucked strings need no more. */
const rate = 11_025;
const seconds = 20;
/** As many as the browser of an author would have counted. */
const steps = 800;

/** A file of a work before anybody owns it. */
export interface KeptTune {
  storageKey: string;
  bytes: number;
  lengthMs: number;
  peaks: number[];
}

/** Plucked notes, each as half tones above a low A; `beat` is the time from one to the next in seconds. */
interface Tune {
  beat: number;
  notes: readonly number[];
}

const tunes = {
  mara: { beat: 0.34, notes: [12, 19, 24, 19, 10, 17, 22, 17, 8, 15, 20, 15, 7, 14, 19, 23] },
  noorLast: { beat: 0.42, notes: [5, 12, 17, 21, 24, 21, 17, 12, 3, 10, 15, 19, 22, 19, 15, 10] },
  noor: { beat: 0.42, notes: [5, 12, 17, 21, 24, 21, 17, 12, 3, 10, 15, 19, 29, 27, 24, 22] },
  grace: { beat: 0.28, notes: [9, 9, 16, 9, 21, 9, 16, 9, 9, 9, 16, 9, 21, 24, 23, 21] },
  aiko: { beat: 0.56, notes: [0, 7, 14, 16, 21, 23, 16, 14] },
  sam: { beat: 0.3, notes: [7, 14, 19, 23, 26, 23, 19, 14, 4, 11, 16, 19, 23, 19, 16, 11] },
} satisfies Record<string, Tune>;
export type TuneName = keyof typeof tunes;

/** Makes the tunes and keeps them where the works of this installation are kept. Comes before their rows are written. */
export async function keepTunes(settings: StorageSettings): Promise<Record<TuneName, KeptTune>> {
  const storage = openStorage(settings);
  const folder = join(resolve(settings.folder), 'arriving');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = Object.entries<Tune>(tunes).map(async ([name, tune]) => {
    const samples = samplesOf(tune);
    const file = wavOf(samples);
    const storageKey = randomBytes(20).toString('hex');
    const path = join(folder, storageKey);
    await writeFile(path, file, { mode: 0o600 });
    await storage.keep(storageKey, path, file.length);
    return [
      name,
      { storageKey, bytes: file.length, lengthMs: seconds * 1000, peaks: peaksOf(samples) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(kept)) as Record<TuneName, KeptTune>;
}

/** Karplus and Strong: a burst of noise goes round a line as long as the note's wave and is smoothed each time. */
function samplesOf({ beat, notes }: Tune): Float32Array {
  const samples = new Float32Array(rate * seconds);
  const ring = Math.floor(rate * 1.6);
  for (let at = 0; at * beat < seconds - 1.5; at += 1) {
    const start = Math.floor(at * beat * rate);
    const line = noise(Math.round(rate / (110 * 2 ** ((notes[at % notes.length] ?? 0) / 12))), at);
    // It swells towards the middle and comes back, so that its picture has a shape.
    const loud = 0.25 + 0.35 * Math.sin((Math.PI * at * beat) / seconds) ** 2;
    for (let step = 0; step < ring && start + step < samples.length; step += 1) {
      const here = step % line.length;
      const value = line[here] ?? 0;
      samples[start + step] = (samples[start + step] ?? 0) + value * loud;
      line[here] = 0.498 * (value + (line[(step + 1) % line.length] ?? 0));
    }
  }
  return samples;
}

/** The same each time, so that a demonstration sounds as it did. */
function noise(length: number, seed: number): Float32Array {
  let state = seed * 7919 + 12_345;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x40000000 - 1;
  });
}

function wavOf(samples: Float32Array): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  const loudest = peakOf(samples, 0, samples.length);
  samples.forEach((value, at) => file.writeInt16LE(Math.round((value / loudest) * 30_000), 44 + at * 2));
  return file;
}

function peaksOf(samples: Float32Array): number[] {
  const loudest = peakOf(samples, 0, samples.length);
  const edge = (step: number): number => Math.floor((step * samples.length) / steps);
  return Array.from({ length: steps }, (_, step) =>
    Math.round((peakOf(samples, edge(step), edge(step + 1)) / loudest) * 100),
  );
}

function peakOf(samples: Float32Array, start: number, end: number): number {
  let peak = 0;
  for (let at = start; at < end; at += 1) peak = Math.max(peak, Math.abs(samples[at] ?? 0));
  return peak;
}
