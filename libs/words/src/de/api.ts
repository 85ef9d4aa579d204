import type { apiWords as english } from '../en/api.ts';
import type { InOtherWords } from '../speech.ts';

export const apiWords: InOtherWords<typeof english> = {
  pageTitle: 'Acquaint: die API',
  description:
    'Panels, Mixer und Kritikrunden von Branchentreffen, und die Vorstellungen danach. Jede Absage ist ein problem+json mit festem Code. Anfragen, die etwas ändern, kommen von derselben Site.',
  idempotencyKey:
    'Wähle für jede Anfrage einen neuen. Dieselbe Anfrage mit demselben Schlüssel hat innerhalb von 24 Stunden keine zweite Wirkung und bekommt die erste Antwort, gekennzeichnet durch die Kopfzeile `Idempotency-Replayed: true`. Solange die erste noch bearbeitet wird, ist die Antwort 409, bei einer anderen Anfrage 422. Eine Absage wird nicht aufbewahrt.',
  mailReportSignature:
    '`t=<Sekunden seit 1970>,v1=<hex>`; das zweite ist der HMAC-SHA256 von `<t>.<body>` mit dem Geheimnis aus der Einstellung MAIL_WEBHOOK_SECRET. Sie gilt fünf Minuten.',
  problem: 'Eine Absage (RFC 9457): entscheide nach `code`, zeige `detail`.',
  problemDetail: 'Was geschehen ist und, wenn es einen gibt, der nächste Schritt, in einfachen Worten.',
  problemCurrent:
    'Wenn eine Entscheidung über eine Vorstellung abgewiesen wurde: die Vorstellung, wie sie jetzt steht.',
};
