import type { critiquePicks as english, critiquePicksPage as pageEnglish } from '../en/critique-picks.ts';
import type { InOtherWords } from '../speech.ts';

export const critiquePicks: InOtherWords<typeof english> = { wording: 'critique-2026-12' };

export const critiquePicksPage: InOtherWords<typeof pageEnglish> = {
  title: '¿Con quién te gustaría seguir hablando?',
  lead: 'Elige como máximo a dos personas de tus rondas. Nadie ve a quién eliges. Si la elección es mutua y ambas partes queréis presentaciones, os presentamos por correo.',
  people: 'Personas de tus rondas',
  chosen: (count: number) => (count === 0 ? 'Nadie elegido' : `${String(count)} de 2`),
  full: 'Ya has elegido a dos. Para elegir a otra persona, retira antes a una de ellas.',
  loading: 'Cargando …',
  saving: 'Guardando …',
  saved: 'Guardado. Puedes cambiarlo.',
  savedUntil: (moment: string) => `Guardado. Puedes cambiarlo hasta: ${moment}.`,
  until: (moment: string) => `Puedes cambiar tu elección hasta: ${moment}.`,
  optIn: {
    title: 'Aquí no has dicho que sí a las presentaciones',
    text: 'Sin tu sí, tu elección no lleva a nada.',
    label: 'Sí, presentadme a quien también me haya elegido',
    hint: 'Así, quien organiza también podrá sugerirte presentaciones; cada vez se te pregunta antes. Puedes dejarlas desde cualquier correo.',
  },
  early: 'Todavía no está abierto',
  earlyText: 'Cuando termine la sesión, podrás decir aquí con quién te gustaría seguir hablando.',
  closed: 'Esta elección está cerrada',
  closedText: 'Solo tú ves a quién elegiste.',
  yours: 'Has elegido a',
  nobodyChosen: 'No has elegido a nadie.',
  nobody: 'Nadie a quien elegir',
  nobodyText:
    'Aquí aparecen las personas que se sentaron a tu mesa, o con las que hubo escucha de obras en un sentido u otro.',
};
