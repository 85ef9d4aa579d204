import type { mixerActivity as activityEnglish, mixerProblems as problemsEnglish } from '../en/mixers.ts';
import type { InOtherWords } from '../speech.ts';

export const mixerActivity: InOtherWords<typeof activityEnglish> = {
  'mixer.changed': 'hat die kleinen Tische geändert',
  'mixer.drawn': 'hat ausgelost, wer an welchem Tisch sitzt',
  'mixer.cleared': 'hat die Tische aufgelöst',
  'mixer.round-started': 'hat eine Runde kleiner Tische gestartet',
  'mixer.ended': 'hat die kleinen Tische beendet',
  'mixer.round-taken-back': 'hat Anfang oder Ende einer Runde zurückgenommen',
  'mixer.seated': 'hat für jemanden, der später kam, einen Tisch gefunden',
  'mixer.left': 'hat eingetragen, dass jemand den Tisch verlassen hat',
  'mixer.returned': 'hat jemanden an einen Tisch zurückgeholt',
  'mixer.moved': 'hat jemanden an einen anderen Tisch gesetzt',
};

export const mixerProblems: InOtherWords<typeof problemsEnglish> = {
  'mixer-seated': 'Die Tische sind schon ausgelost. Löse sie erst auf, um das zu ändern.',
  'mixer-has-tables':
    'Alle haben schon ihren Tisch, deshalb bleiben die kleinen Tische, wie sie sind. Löse die Tische erst auf; hat eine Runde begonnen, bleiben sie.',
  'mixer-not-seated': 'Die Tische sind noch nicht ausgelost. Lose sie zuerst aus.',
  'mixer-running':
    'Die Runden haben begonnen. Geh vor die erste zurück, um die Tische auszulosen oder aufzulösen.',
  'mixer-not-running': 'Es gibt keine Runde, zu der du zurückgehen könntest.',
  'mixer-over': 'Die Runden sind vorbei.',
  'mixer-too-few': 'Für kleine Tische braucht es mindestens drei Personen. Warte, bis mehr da sind.',
  'mixer-too-many': 'Kleine Tische werden für höchstens 400 Personen ausgelost.',
  'mixer-round-over': 'Diese Runde ist vorbei, darin wechselt niemand mehr den Tisch.',
  'mixer-table-unknown': 'Diesen Tisch gibt es nicht.',
  'mixer-table-full': 'An diesem Tisch sitzen schon sechs. Wähle einen anderen.',
  'contact-swaps-closed': 'Kontakte werden vom Beginn des Abends bis sieben Tage danach ausgetauscht.',
  'contact-swaps-came-only':
    'Kontakte tauschen alle aus, die gekommen sind. Lass dich zuerst am Einlass eintragen.',
  'contact-swap-unknown':
    'Das ist nicht der Code von jemandem an diesem Abend. Bitte darum, ihn noch einmal zu zeigen, oder such nach dem Namen.',
};
