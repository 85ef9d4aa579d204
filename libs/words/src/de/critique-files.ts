import type { critiqueFiles as english } from '../en/critique-files.ts';
import type { InOtherWords } from '../speech.ts';

export const critiqueFiles: InOtherWords<typeof english> = {
  unnamed: 'Deine Datei',
  choose: 'Datei auswählen',
  drop: 'oder hier ablegen',
  hint: (megabytes: number) =>
    `Ton als WAV, MP3, FLAC, AIFF oder M4A, Film als MP4, Text als PDF: bis zu ${megabytes} MB.`,
  wave: 'Die Wellenform deiner Datei',
  drawing: 'Die Wellenform wird gezeichnet…',
  send: (name: string) => `${name} senden`,
  another: 'Andere Datei auswählen',
  sending: (percent: number) => `${percent} % gesendet`,
  waits: 'Die Verbindung ist weg. Es geht von selbst weiter.',
  looking: 'Angekommen. Einen Moment, wir sehen sie uns an.',
  stop: 'Senden abbrechen',
  wrongKind:
    'Diese Art von Datei passt hier nicht. Exportiere sie als WAV, MP3, FLAC, AIFF, M4A, MP4 oder PDF.',
  tooLarge: (megabytes: number) =>
    `Diese Datei ist größer als ${megabytes} MB. Exportiere sie kleiner oder bring einen Link mit.`,
  failed: 'Das ließ sich nicht senden. Bitte versuch es noch einmal.',
  aiff: 'Die meisten Handys spielen kein AIFF. WAV, FLAC oder MP3 hören alle; exportiere sie wenn möglich so.',
  player: {
    title: 'Die Arbeit',
    load: 'Arbeit öffnen',
    loading: 'Wird geöffnet…',
    play: 'Abspielen',
    pause: 'Anhalten',
    position: 'Stelle beim Abspielen',
    at: (now: string, whole: string) => `${now} von ${whole}`,
    mark: 'Diese Stelle markieren',
    markHere: 'Markieren, wo ich bin',
    pin: (time: string, text: string) => (text === '' ? time : `${time}: ${text}`),
    failed: 'Die Arbeit ließ sich nicht öffnen.',
    away: 'Im Moment kein Netz, darum spielt die Arbeit nicht. Versuch es wieder, wenn eines da ist.',
    unplayable:
      'Dieser Browser kann die Datei nicht abspielen. Ein anderer Browser oder ein anderes Gerät vielleicht.',
    unplayableAiff:
      'Dieser Browser kann AIFF nicht abspielen; Safari auf Mac, iPhone oder iPad kann es. Wer die Arbeit gemacht hat, kann sie als WAV, FLAC oder MP3 senden.',
    marks: 'Markierungen in der Arbeit',
    again: 'Noch einmal versuchen',
    pages: 'Die Seiten der Arbeit',
    openPages: 'Seiten öffnen',
  },
};
