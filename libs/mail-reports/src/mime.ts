// Reads as much of MIME as reports are made of. Texts are bytes as latin1, one character a byte; every step looks at each of
// them a fixed number of times, whatever a stranger wrote.

export interface Part {
  /** "message/delivery-status", in small letters. */
  type: string;
  /** By name in small letters, each as often as it stands there. */
  headers: Headers;
  /** As it stands there, decoded. */
  body: string;
  /** Of a multipart; of a message inside the message too, but never deeper than that. */
  parts: Part[];
}

export type Headers = ReadonlyMap<string, readonly string[]>;

/** A report has two levels; a list or a gateway wraps it into one or two more. */
const deepest = 4;
const mostParts = 20;
const mostHeaders = 500;

export function readPart(text: string, depth = 0): Part {
  const { head, body } = cutHead(text);
  const headers = readHeaders(head);
  const [contentType = 'text/plain'] = headers.get('content-type') ?? [];
  const [type = ''] = contentType.split(';', 1);
  const boundary = boundaryOf(contentType);
  const isMultipart = /^multipart\//i.test(type.trim()) && boundary !== null && depth < deepest;
  return {
    type: type.trim().toLowerCase(),
    headers,
    body: isMultipart ? '' : decoded(body, headers.get('content-transfer-encoding')?.[0] ?? ''),
    parts: isMultipart ? cutParts(body, boundary).map((part) => readPart(part, depth + 1)) : [],
  };
}

/** Every leaf and multipart, the outer ones first; what lies inside a message inside the message is not ours to read. */
export function allParts(part: Part): Part[] {
  return [part, ...part.parts.flatMap(allParts)];
}

/** The fields of a block, also those of a delivery status. */
export function readHeaders(head: string): Headers {
  const headers = new Map<string, string[]>();
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split('\n', mostHeaders);
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const values = headers.get(name) ?? [];
    values.push(line.slice(colon + 1).trim());
    headers.set(name, values);
  }
  return headers;
}

export function cutHead(text: string): { head: string; body: string } {
  if (/^\r?\n/.test(text)) return { head: '', body: text };
  const end = /\r?\n\r?\n/.exec(text);
  return end === null
    ? { head: text, body: '' }
    : { head: text.slice(0, end.index), body: text.slice(end.index + end[0].length) };
}

function boundaryOf(contentType: string): string | null {
  const found = /boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

function cutParts(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let from = -1;
  for (const { start, end, last } of delimiters(body, `--${boundary}`)) {
    if (from >= 0) parts.push(body.slice(from, start));
    if (last || parts.length === mostParts) return parts;
    from = end;
  }
  // Cut off on its way: what has come of the last part may still say enough.
  if (from >= 0) parts.push(body.slice(from));
  return parts;
}

/** The lines that are the delimiter and nothing more. */
function* delimiters(body: string, delimiter: string) {
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const lineEnd = body.indexOf('\n', at);
    const end = lineEnd < 0 ? body.length : lineEnd;
    const rest = body.slice(at + delimiter.length, Math.min(end, at + delimiter.length + 80)).trim();
    if (rest === '' || rest === '--')
      yield { start: at, end: Math.min(body.length, end + 1), last: rest === '--' };
  }
}

function decoded(body: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('latin1');
    case 'quoted-printable':
      return body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    default:
      return body;
  }
}
