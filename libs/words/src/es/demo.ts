import type { demo as english } from '../en/demo.ts';
import type { InOtherWords } from '../speech.ts';
import { demoCircle } from './demo-circle.ts';
import { demoEvening } from './demo-evening.ts';

export const demo: InOtherWords<typeof english> = {
  organizationName: 'Los Angeles Sound Guild',
  organizationSlug: 'los-angeles-sound-guild',
  ownerName: 'Dana Okafor',
  past: {
    title: 'El sonido después del montaje: un panel y un mixer',
    topic: 'Qué le pasa a una película cuando la imagen está cerrada',
    description:
      'Tres especialistas en mezcla y una compositora sobre las semanas entre el cierre de imagen y el estreno: qué sale mal, quién lo salva y qué les gustaría que se supiera en montaje.\n\nDespués, la sala es tuya. Trae una pregunta, y algo con lo que podrías ayudar a alguien.',
  },
  next: {
    title: 'La sala tranquila: grabar cuando nadie puede pagarse una',
    topic: 'Buenas salas por poco dinero',
    description:
      'Gente del sonido que montó estudios en garajes, iglesias y una antigua panadería enseña qué funcionó, qué no y cuánto costó.\n\nLuego, un mixer. Después, dos presentaciones como mucho, y solo si el sí es de ambas partes.',
  },
  small: {
    title: 'Oídos frescos: doce plazas, una mezcla cada vez',
    topic: 'Lo primero que oye quien no te conoce',
    description:
      'Una sala pequeña y buenos altavoces. Dos plazas bastan para ti y la persona con quien mezclas.\n\nCuando se llena, la plaza que queda libre se ofrece durante un día a quien lleva más tiempo esperando.',
    role: '¿Qué te trae por aquí?',
    roles: ['Traigo una mezcla', 'Vengo a escuchar'],
    phones: 'Dejo el teléfono en la caja de la puerta.',
  },
  circle: demoCircle,
  evening: demoEvening,
};
