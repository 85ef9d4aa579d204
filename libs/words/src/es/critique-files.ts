import type { critiqueFiles as english } from '../en/critique-files.ts';
import type { InOtherWords } from '../speech.ts';

export const critiqueFiles: InOtherWords<typeof english> = {
  unnamed: 'Tu archivo',
  choose: 'Elegir un archivo',
  drop: 'o suéltalo aquí',
  hint: (megabytes: number) =>
    `Sonido en WAV, MP3, FLAC, AIFF o M4A, vídeo en MP4, texto en PDF: hasta ${megabytes} MB.`,
  wave: 'La forma de onda de tu archivo',
  drawing: 'Dibujando la forma de onda…',
  send: (name: string) => `Enviar ${name}`,
  another: 'Elegir otro archivo',
  sending: (percent: number) => `${percent} % enviado`,
  waits: 'Se ha perdido la conexión. El envío seguirá solo.',
  looking: 'Ha llegado. Un momento, lo estamos mirando.',
  stop: 'Detener el envío',
  wrongKind: 'Este tipo de archivo no sirve aquí. Expórtalo como WAV, MP3, FLAC, AIFF, M4A, MP4 o PDF.',
  tooLarge: (megabytes: number) =>
    `Este archivo pesa más de ${megabytes} MB. Expórtalo más pequeño o trae un enlace.`,
  failed: 'No se ha podido enviar. Inténtalo de nuevo.',
  aiff: 'La mayoría de los teléfonos no reproducen AIFF. WAV, FLAC o MP3 se oyen en todos, así que expórtalo en uno de ellos si puedes.',
  player: {
    title: 'La obra',
    load: 'Abrir la obra',
    loading: 'Abriendo…',
    play: 'Reproducir',
    pause: 'Pausar',
    position: 'Por dónde va',
    at: (now: string, whole: string) => `${now} de ${whole}`,
    mark: 'Marcar este momento',
    markHere: 'Marcar por dónde voy',
    pin: (time: string, text: string) => (text === '' ? time : `${time}: ${text}`),
    failed: 'No se ha podido abrir la obra.',
    away: 'Ahora mismo no hay red, así que la obra no se reproduce. Inténtalo cuando vuelva.',
    unplayable:
      'Este navegador no puede reproducir este archivo. Quizá otro navegador u otro dispositivo sí.',
    unplayableAiff:
      'Este navegador no puede reproducir AIFF; Safari en un Mac, un iPhone o un iPad sí. Quien trae la obra puede enviarla en WAV, FLAC o MP3.',
    marks: 'Marcas en la obra',
    again: 'Volver a intentarlo',
    pages: 'Las páginas de la obra',
    openPages: 'Abrir las páginas',
  },
};
