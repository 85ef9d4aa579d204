/** "3:05"; the second that has begun counts, so that a minute reads 1:00 when it begins. */
export function figures(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
