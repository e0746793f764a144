import type { WordDocument } from './document.ts';

/** A document as the bytes of a .docx. */
export async function wordFile(document: WordDocument): Promise<Uint8Array> {
  // Loaded only when somebody asks for a paper: the library would slow every start.
  const { packWordFile } = await import('./pack-word-file.ts');
  return packWordFile(document);
}
