export const fileTypes = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/aiff': 'aiff',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
} as const;
export type FileType = keyof typeof fileTypes;

export interface Sniffed {
  type: FileType;
  /** Null for what has no length in time, or does not say it. */
  lengthMs: number | null;
}
