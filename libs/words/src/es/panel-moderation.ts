import type { panelModerationActivity as english } from '../en/panel-moderation.ts';
import type { InOtherWords } from '../speech.ts';

export const panelModerationActivity: InOtherWords<typeof english> = {
  'panel.start': 'empezó un panel',
  'panel.end': 'terminó un panel',
  'panel.open-questions': 'abrió las preguntas de un panel',
  'panel.close-questions': 'cerró las preguntas de un panel',
  'panel.timer': 'puso en marcha el tiempo de un panel',
  'panel.pause-timer': 'pausó el tiempo de un panel',
  'panel.resume-timer': 'dejó seguir el tiempo de un panel',
  'panel.stop-timer': 'quitó el tiempo de un panel',
  'panel.star': 'puso una estrella a una pregunta',
  'panel.unstar': 'quitó la estrella a una pregunta',
  'panel.highlight': 'puso una pregunta en la pantalla',
  'panel.unhighlight': 'quitó una pregunta de la pantalla',
  'panel.answered': 'marcó una pregunta como respondida',
  'panel.reopen': 'dejó de dar por respondida una pregunta',
  'panel.hide': 'ocultó una pregunta',
  'panel.show': 'volvió a mostrar una pregunta oculta',
  'panel.merge': 'unió una pregunta a otra',
  'panel.unmerge': 'separó una pregunta de otra',
};
