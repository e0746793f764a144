const KIBIBYTE = 1024;

/** A size in bytes as a phone shows it: 812 B, 24 KB, 1.3 MB. */
export function spokenSize(bytes: number): string {
  if (bytes < KIBIBYTE) return `${bytes} B`;
  if (bytes < KIBIBYTE * KIBIBYTE) return `${Math.round(bytes / KIBIBYTE)} KB`;
  return `${(bytes / KIBIBYTE / KIBIBYTE).toFixed(1)} MB`;
}
