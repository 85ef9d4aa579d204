import type { apiWords as english } from '../en/api.ts';
import type { InOtherWords } from '../speech.ts';

export const apiWords: InOtherWords<typeof english> = {
  pageTitle: 'Acquaint: la API',
  description:
    'Paneles, mixers y sesiones de crítica de encuentros del sector, y las presentaciones que vienen después. Cada negativa es un problem+json con un código estable. Las peticiones que cambian algo vienen del mismo sitio.',
  idempotencyKey:
    'Elige una nueva para cada petición. La misma petición, enviada otra vez con la misma clave en un plazo de 24 horas, no tiene un segundo efecto y recibe la primera respuesta, marcada con la cabecera `Idempotency-Replayed: true`. Mientras se atiende la primera, la respuesta es 409; con otra petición, 422. Las negativas no se guardan.',
  mailReportSignature:
    '`t=<segundos desde 1970>,v1=<hex>`, donde el segundo valor es el HMAC-SHA256 de `<t>.<body>` con el secreto del ajuste MAIL_WEBHOOK_SECRET. Vale durante cinco minutos.',
  problem: 'Una negativa (RFC 9457): decide por `code`, muestra `detail`.',
  problemDetail: 'Qué ocurrió y, si lo hay, el paso siguiente, con palabras sencillas.',
  problemCurrent: 'Cuando se negó una decisión sobre una presentación: la presentación tal como está ahora.',
};
