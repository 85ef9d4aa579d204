/** Sentences of the OpenAPI document. */
export const apiWords = {
  pageTitle: 'Acquaint: the API',
  description:
    'Panels, mixers and critique sessions of industry meetups, and the introductions that follow. Every refusal is a problem+json with a stable code. Requests that change something come from the same site.',
  idempotencyKey:
    'Choose a new one for each request. The same request sent again with the same key within 24 hours has no second effect and gets the first answer, marked by the header `Idempotency-Replayed: true`. While the first is being worked on the answer is 409, with another request 422. A refusal is not kept.',
  mailReportSignature:
    '`t=<seconds since 1970>,v1=<hex>`, where the second is the HMAC-SHA256 of `<t>.<body>` under the secret of the setting MAIL_WEBHOOK_SECRET. It is good for five minutes.',
  problem: 'A refusal (RFC 9457): decide by `code`, show `detail`.',
  problemDetail: 'What happened and, where there is one, the next step, in plain words.',
  problemCurrent: 'Where a decision about an introduction was refused: the introduction as it stands now.',
} as const;
