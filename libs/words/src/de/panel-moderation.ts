import type { panelModerationActivity as english } from '../en/panel-moderation.ts';
import type { InOtherWords } from '../speech.ts';

export const panelModerationActivity: InOtherWords<typeof english> = {
  'panel.start': 'hat ein Panel begonnen',
  'panel.end': 'hat ein Panel beendet',
  'panel.open-questions': 'hat die Fragen eines Panels geöffnet',
  'panel.close-questions': 'hat die Fragen eines Panels geschlossen',
  'panel.timer': 'hat die Uhr eines Panels gestartet',
  'panel.pause-timer': 'hat die Uhr eines Panels angehalten',
  'panel.resume-timer': 'hat die Uhr eines Panels weiterlaufen lassen',
  'panel.stop-timer': 'hat die Uhr eines Panels weggenommen',
  'panel.star': 'hat eine Frage mit einem Stern versehen',
  'panel.unstar': 'hat den Stern einer Frage entfernt',
  'panel.highlight': 'hat eine Frage auf die Leinwand gebracht',
  'panel.unhighlight': 'hat eine Frage von der Leinwand genommen',
  'panel.answered': 'hat eine Frage als beantwortet markiert',
  'panel.reopen': 'hat zurückgenommen, dass eine Frage beantwortet ist',
  'panel.hide': 'hat eine Frage verborgen',
  'panel.show': 'hat eine verborgene Frage wieder gezeigt',
  'panel.merge': 'hat eine Frage mit einer anderen zusammengelegt',
  'panel.unmerge': 'hat eine Frage wieder von einer anderen getrennt',
};
