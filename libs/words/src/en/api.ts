/** Sentences of the OpenAPI document. */
export const apiWords = {
  pageTitle: 'Acquaint: the API',
  description:
    'Panels, mixers and critique sessions of industry meetups, and the introductions that follow. Every refusal is a problem+json with a stable code. Requests that change something come from the same site.',
  problem: 'A refusal (RFC 9457): decide by `code`, show `detail`.',
  problemDetail: 'What happened and, where there is one, the next step, in plain words.',
} as const;
