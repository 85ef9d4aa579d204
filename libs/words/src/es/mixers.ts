import type { mixerActivity as activityEnglish, mixerProblems as problemsEnglish } from '../en/mixers.ts';
import type { InOtherWords } from '../speech.ts';

export const mixerActivity: InOtherWords<typeof activityEnglish> = {
  'mixer.changed': 'cambió las mesas pequeñas',
  'mixer.drawn': 'sorteó quién se sienta en cada mesa',
  'mixer.cleared': 'vació las mesas',
  'mixer.round-started': 'empezó una ronda de mesas pequeñas',
  'mixer.ended': 'terminó las mesas pequeñas',
  'mixer.round-taken-back': 'deshizo el comienzo o el final de una ronda',
  'mixer.seated': 'encontró mesa para alguien que llegó tarde',
  'mixer.left': 'marcó que alguien dejó su mesa',
  'mixer.returned': 'devolvió a alguien a una mesa',
  'mixer.moved': 'pasó a alguien a otra mesa',
};

export const mixerProblems: InOtherWords<typeof problemsEnglish> = {
  'mixer-seated': 'Las mesas ya están sorteadas. Vacíalas primero para cambiar esto.',
  'mixer-has-tables':
    'Ya hay mesas asignadas, así que las mesas pequeñas se quedan como están. Vacía las mesas primero; cuando ha empezado una ronda, se quedan.',
  'mixer-not-seated': 'Las mesas aún no están sorteadas. Sortéalas primero.',
  'mixer-running': 'Las rondas han empezado. Para sortear o vaciar las mesas, vuelve a antes de la primera.',
  'mixer-not-running': 'No hay ninguna ronda a la que volver.',
  'mixer-over': 'Las rondas han terminado.',
  'mixer-too-few': 'Las mesas pequeñas necesitan al menos tres personas. Espera a que haya más gente.',
  'mixer-too-many': 'Las mesas pequeñas se sortean para 400 personas como mucho.',
  'mixer-round-over': 'Esa ronda ha terminado, así que ya nadie cambia de mesa en ella.',
  'mixer-table-unknown': 'Esa mesa no existe.',
  'mixer-table-full': 'En esa mesa ya hay seis personas. Elige otra.',
  'contact-swaps-closed':
    'Los contactos se intercambian desde el comienzo de la velada hasta siete días después.',
  'contact-swaps-came-only':
    'Los contactos se intercambian entre quienes vinieron. Registra antes tu llegada en la puerta.',
  'contact-swap-unknown':
    'Este código no es de nadie de esta velada. Pide que te lo enseñen otra vez o busca su nombre.',
};
