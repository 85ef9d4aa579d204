/** What a scan or somebody's typing is worth: the code of a QR picture as it is, a spoken one as "K7QM-2XHD"; null: neither. */
export function codeOf(text: string): string | null {
  const trimmed = text.trim();
  if (/^AQS\d+\.[\w-]{20,300}$/.test(trimmed)) return trimmed;
  const letters = trimmed.toUpperCase().replace(/[\s–—-]/g, '');
  return /^[0-9A-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}
