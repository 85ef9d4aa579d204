import type { critiquePicks as english, critiquePicksPage as pageEnglish } from '../en/critique-picks.ts';
import type { InOtherWords } from '../speech.ts';

export const critiquePicks: InOtherWords<typeof english> = { wording: 'critique-2026-12' };

export const critiquePicksPage: InOtherWords<typeof pageEnglish> = {
  title: 'Mit wem würdest du gern weiterreden?',
  lead: 'Wähle höchstens zwei Menschen aus deinen Runden. Niemand sieht, wen du wählst. Wenn ihr euch gegenseitig wählt und beide Vorstellungen möchtet, stellen wir euch per Mail einander vor.',
  people: 'Menschen aus deinen Runden',
  chosen: (count: number) => (count === 0 ? 'Niemand gewählt' : `${String(count)} von 2 gewählt`),
  full: 'Zwei sind gewählt. Um jemand anderen zu wählen, nimm erst eine Wahl zurück.',
  loading: 'Lädt …',
  saving: 'Speichert …',
  saved: 'Gespeichert. Du kannst es noch ändern.',
  savedUntil: (moment: string) => `Gespeichert. Du kannst es bis ${moment} ändern.`,
  until: (moment: string) => `Du kannst deine Wahl bis ${moment} ändern.`,
  optIn: {
    title: 'Du hast hier noch nicht Ja zu Vorstellungen gesagt',
    text: 'Ohne dein Ja führt deine Wahl zu nichts.',
    label: 'Ja, stellt mich jemandem vor, der mich auch gewählt hat',
    hint: 'Wer veranstaltet, kann dir dann auch Vorstellungen vorschlagen; du wirst jedes Mal erst gefragt. In jeder Mail kannst du das beenden.',
  },
  early: 'Noch nicht offen',
  earlyText: 'Wenn die Runde vorbei ist, kannst du hier sagen, mit wem du gern weiterreden würdest.',
  closed: 'Diese Wahl ist geschlossen',
  closedText: 'Nur du siehst, wen du gewählt hast.',
  yours: 'Gewählt hast du',
  nobodyChosen: 'Du hast niemanden gewählt.',
  nobody: 'Niemand zu wählen',
  nobodyText: 'Hier stehen die Menschen, die an deinem Tisch saßen oder mit denen du Arbeiten gehört hast.',
};
