import type { demoEvening as english } from '../en/demo-evening.ts';
import type { InOtherWords } from '../speech.ts';

// The parts (moderator, panelist), the stages (working …) and the key are values, not words.
export const demoEvening: InOtherWords<typeof english> = {
  title: 'Primero el oído: dos paneles y mesas pequeñas',
  description:
    'Lo que oyes antes de saber qué estás oyendo. Dos paneles cortos, tus preguntas en la pantalla y después mesas de cinco donde nadie vende nada.\n\nPuedes preguntar desde ya, con el enlace de tu correo.',
  place: 'Atwater Village, junto al río',
  privatePlace: '3191 Casitas Avenue, nave 2',
  panels: {
    rooms: {
      topic: 'Lo que hace una sala antes de que nadie toque',
      people: {
        hanna: {
          name: 'Hanna Lindqvist',
          part: 'moderator',
          bio: 'Hace radio sobre lugares y edita la de otras personas.',
        },
        omar: {
          name: 'Omar Reyes',
          part: 'panelist',
          bio: 'Mide salas de conciertos y mezcla en cocinas.',
        },
        jun: {
          name: 'Jun Takahashi',
          part: 'panelist',
          bio: 'Mezcla bandas sonoras. Con el mismo par de altavoces desde 1998.',
        },
      },
    },
    first: {
      topic: 'El primer minuto: cómo empiezan canciones, películas y juegos',
      people: {
        ada: {
          name: 'Ada Nwosu',
          part: 'moderator',
          bio: 'Supervisa la música de series y se gana la vida diciendo que no.',
        },
        felix: { name: 'Felix Aubert', part: 'panelist', bio: 'Director de audio de videojuegos.' },
      },
    },
  },
  invited: { key: 'mina', name: 'Mina Park' },
  guests: [
    ['Bea Collins', ['foley'], ['mezcla'], ['foley', 'grabación de campo'], 'working'],
    ['Carlos Vega', ['mezcla'], ['clientes'], ['mezcla', 'contratos'], 'established'],
    ['Dilan Kaya', ['audio de juegos'], ['middleware'], ['síntesis'], 'starting out'],
    ['Edith Marsh', ['edición de diálogos'], ['foley'], ['edición de diálogos'], 'established'],
    ['Farid Aziz', ['composición'], ['intérpretes'], ['partituras'], 'working'],
    ['Gwen Ito', ['violín'], ['sesiones'], ['intérpretes'], 'working'],
    ['Hugo Sand', ['diseño de sonido'], ['foley'], ['síntesis'], 'starting out'],
    ['Ines Prado', ['producción'], ['mezcla'], ['presupuestos'], 'established'],
    ['Jonas Wirth', ['masterización'], ['clientes'], ['masterización'], 'working'],
    ['Kofi Mensah', ['composición de canciones'], ['voz'], ['letras'], 'starting out'],
    ['Lucia Romano', ['voz'], ['canciones'], ['voz'], 'working'],
    ['Malik Jones', ['pódcasts'], ['grabación de campo'], ['montaje'], 'starting out'],
    ['Nadia Blum', ['montaje de cine'], ['partituras'], ['montaje', 'clientes'], 'established'],
    ['Otto Reiss', ['acústica'], ['salas'], ['salas'], 'established'],
    ['Pia Sorensen', ['grabación de campo'], ['clientes'], ['grabación de campo'], 'working'],
    ['Quentin Roy', ['middleware'], ['audio de juegos'], ['middleware'], 'working'],
    ['Rina Shah', ['supervisión musical'], ['canciones'], ['clientes', 'contratos'], 'established'],
    ['Silas Boone', ['guitarra'], ['sesiones'], ['canciones'], 'starting out'],
    ['Tess Holland', ['sonido directo'], ['salas'], ['edición de diálogos'], 'working'],
    ['Umi Tanaka', ['síntesis'], ['partituras'], ['diseño de sonido', 'síntesis'], 'working'],
    ['Vera Lund', ['archivos sonoros'], ['grabación de campo'], ['archivos sonoros'], 'established'],
    ['Wes Carter', ['sonido en vivo'], ['mezcla'], ['salas'], 'working'],
    ['Xenia Foss', ['animación'], ['foley', 'diseño de sonido'], ['presupuestos'], 'working'],
    ['Yusuf Demir', ['tráileres'], ['partituras'], ['clientes'], 'established'],
  ],
  questions: [
    [12, 9, true, '¿Qué sala arreglaste con menos dinero, y cómo?'],
    [3, 7, true, '¿Qué escuchas primero en una mezcla provisional?'],
    [7, 5, false, '¿Cómo le dices a quien dirige que el problema es la sala?'],
    [18, 2, true, 'Auriculares: ¿sí, no o solo de noche?'],
  ],
  needs: 'Una silla con reposabrazos, por favor, y sin escalones hasta el escenario.',
  doorNote: 'Preguntar por el acceso: viene con un perro de asistencia.',
};
