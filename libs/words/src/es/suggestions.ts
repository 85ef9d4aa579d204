import type {
  suggestionOutcome as outcomeEnglish,
  suggestionSearch as searchEnglish,
} from '../en/suggestions.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const suggestionSearch: InOtherWords<typeof searchEnglish> = {
  title: 'Buscando parejas',
  steps: {
    waiting: () => 'Se está mirando otra velada. La tuya es la siguiente.',
    comparing: (people: number) => `Comparando a ${counted(people, 'persona', 'personas')}`,
    choosing: (people: number) => `Eligiendo las parejas entre ${counted(people, 'persona', 'personas')}`,
    keeping: () => 'Poniendo las parejas en el tablero',
  },
  cancel: 'Cancelar',
  cancelled: 'Detenido. Nada ha cambiado.',
};

const leastPrice = 0.005;
const percent = new Intl.NumberFormat('es-ES', { style: 'percent', maximumFractionDigits: 0 });

export const suggestionOutcome: InOtherWords<typeof outcomeEnglish> = {
  title: 'Qué salió de ahí',
  covered: (covered: number, people: number) =>
    covered === people
      ? people === 1
        ? 'La única persona tiene a alguien.'
        : `Las ${number.format(people)} personas tienen a alguien.`
      : `${number.format(covered)} de ${counted(people, 'persona', 'personas')} ${covered === 1 ? 'tiene' : 'tienen'} a alguien.`,
  nobodyMore: 'Con estos límites, nadie más podría tenerlo.',
  coverable: (coverable: number) =>
    coverable === 1 ? '1 podría tenerlo.' : `${number.format(coverable)} podrían tenerlo.`,
  price: {
    everyone: (share: number) =>
      share < leastPrice
        ? 'Elegir solo las mejores parejas apenas prometería más.'
        : `Llegar a tantas personas como se pueda cuesta cerca del ${percent.format(share)} de las presentaciones que esperamos que quieran ambas partes.`,
    total: (share: number) =>
      share < leastPrice
        ? 'Las mejores parejas fueron primero. Llegar a tantas personas como se pueda no costaría casi nada.'
        : `Las mejores parejas fueron primero. Llegar a tantas personas como se pueda costaría cerca del ${percent.format(share)} de las presentaciones que esperamos que quieran ambas partes.`,
  },
  other: { everyone: 'Llegar a tantas personas como se pueda', total: 'Poner primero las mejores parejas' },
  otherNote: 'Las parejas que aprobaste, cuyo texto cambiaste o que formaste tú quedan como están.',
};
