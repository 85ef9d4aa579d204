import type { ReasonValues, reasons as english } from '../en/reasons.ts';
import type { InOtherWords } from '../speech.ts';

export const reasons: InOtherWords<typeof english> = {
  'they-offer': (v: ReasonValues) => `buscas ${v.need} y esta persona lo ofrece`,
  'they-offer-close': (v: ReasonValues) => `buscas ${v.need} y esta persona ofrece ${v.offer}`,
  'their-craft': (v: ReasonValues) => `buscas ${v.need} y esta persona trabaja en ${v.offer}`,
  'you-offer': (v: ReasonValues) => `esta persona busca ${v.theirNeed} y tú lo ofreces`,
  'you-offer-close': (v: ReasonValues) => `esta persona busca ${v.theirNeed} y tú ofreces ${v.yourOffer}`,
  'your-craft': (v: ReasonValues) => `esta persona busca ${v.theirNeed} y tú trabajas en ${v.yourOffer}`,
  'same-craft': (v: ReasonValues) => `esta persona también trabaja en ${v.topics}`,
  'same-work': (v: ReasonValues) => `esta persona también está trabajando en ${v.work}`,
  'related-work': (v: ReasonValues) => `esta persona trabaja en algo cercano a lo tuyo: ${v.work}`,
  'same-question': (v: ReasonValues) => `esta persona preguntó lo mismo que tú: «${v.question}»`,
  'they-asked': (v: ReasonValues) => `no dio tiempo a su pregunta para ti: «${v.question}»`,
  'you-asked': (v: ReasonValues) => `no dio tiempo a tu pregunta para esta persona: «${v.question}»`,
  'kept-talking': () => 'las ganas de seguir hablando tras la sesión de crítica fueron mutuas',
  'same-table': () => 'compartiste mesa pequeña con esta persona',
  'both-starting': () => 'esta persona también está empezando',
  'both-working': () => 'esta persona también está en mitad de su carrera',
  'both-established': () => 'esta persona también tiene una larga trayectoria',
  'same-place': (v: ReasonValues) => `esta persona también está en ${v.city}`,
  'they-do': (v: ReasonValues) => `esta persona trabaja en ${v.theirCrafts}`,
  'they-make': (v: ReasonValues) => `esta persona está trabajando en ${v.theirWork}`,
  'same-evening': () => 'esta persona también estuvo esa velada, con ganas de conocer a alguien',
};
