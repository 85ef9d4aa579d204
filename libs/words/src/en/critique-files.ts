import { spoken } from '../speech.ts';

/** Files of works, as their pages and their player say it. */
export const critiqueFiles = /* @__PURE__ */ spoken('critiqueFiles', {
  unnamed: 'Your file',
  choose: 'Choose a file',
  drop: 'or drop it here',
  hint: (megabytes: number) =>
    `Sound as WAV, MP3, FLAC, AIFF or M4A, a film as MP4, a text as PDF: up to ${megabytes} MB.`,
  wave: 'The waveform of your file',
  drawing: 'Drawing the waveform…',
  send: (name: string) => `Send ${name}`,
  another: 'Choose another file',
  sending: (percent: number) => `${percent} % sent`,
  waits: 'The connection is gone. It goes on by itself.',
  looking: 'Arrived. One moment, we look at it.',
  stop: 'Stop sending',
  wrongKind: 'This kind of file does not fit here. Export it as WAV, MP3, FLAC, AIFF, M4A, MP4 or PDF.',
  tooLarge: (megabytes: number) =>
    `This file is larger than ${megabytes} MB. Export it smaller, or bring a link.`,
  failed: 'This could not be sent. Please try again.',
  aiff: 'Most phones cannot play AIFF. Everybody hears WAV, FLAC or MP3, so export it as one of these if you can.',
  player: {
    title: 'The work',
    load: 'Open the work',
    loading: 'Opening…',
    play: 'Play',
    pause: 'Pause',
    position: 'Where it plays',
    at: (now: string, whole: string) => `${now} of ${whole}`,
    mark: 'Mark this moment',
    /** Where the room has a moment of its own. */
    markHere: 'Mark where I am',
    pin: (time: string, text: string) => (text === '' ? time : `${time}: ${text}`),
    failed: 'The work could not be opened.',
    away: 'No network at the moment, so the work does not play. Try again when there is one.',
    unplayable: 'This browser cannot play this file. Another browser or another device may.',
    unplayableAiff:
      'This browser cannot play AIFF; Safari on a Mac, an iPhone or an iPad can. The author can send it as WAV, FLAC or MP3.',
    marks: 'Marks in the work',
    again: 'Try again',
    pages: 'The pages of the work',
    openPages: 'Open the pages',
  },
} as const);
