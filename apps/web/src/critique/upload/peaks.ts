const steps = 800;
/** A decoded hour of stereo is over a gigabyte: what is longer is sent without its picture. */
const mostBytes = 60 * 1024 * 1024;

/** Loudness from 0 to 100 in 800 steps, decoded by this browser; null for what it cannot hear, or should not try to. */
export async function peaksOf(file: File): Promise<number[] | null> {
  if (file.size > mostBytes || !/\.(wav|mp3|flac|aiff?|m4a|mp4)$/i.test(file.name)) return null;
  try {
    const context = new OfflineAudioContext(1, 1, 8000);
    return loudnessOf((await context.decodeAudioData(await file.arrayBuffer())).getChannelData(0));
  } catch {
    return null;
  }
}

/** The largest swing of each step, against the largest of all. */
export function loudnessOf(samples: Float32Array): number[] {
  const count = Math.min(steps, samples.length);
  const peaks = Array.from({ length: count }, (_, step) => {
    const end = Math.floor(((step + 1) * samples.length) / count);
    let peak = 0;
    for (let at = Math.floor((step * samples.length) / count); at < end; at += 1)
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0);
  return peaks.map((peak) => (loudest === 0 ? 0 : Math.min(100, Math.round((peak / loudest) * 100))));
}
