/** Hears how much of the work is done, from 0 to 1. What it throws stops the work. */
export type Progress = (share: number) => void;

/** How often one stretch of the work tells of itself. */
const TIMES = 20;

/** Tells of a stretch of so many steps, as the part of the whole from one share to another. */
export function stretch(progress: Progress, from: number, to: number, steps: number): (done: number) => void {
  const every = Math.ceil(steps / TIMES);
  return (done) => {
    if (done % every === 0) progress(from + ((to - from) * done) / steps);
  };
}

/** Tells only what is more than was told before. */
export function onlyForward(progress: Progress = () => undefined): Progress {
  let told = -1;
  return (share) => {
    if (share <= told) return;
    told = share;
    progress(share);
  };
}
