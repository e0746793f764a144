/** What ids of a file's questions begin with: `党费.yaml` gives `df`, `02-party-day.yaml` gives `partyday`. */
export async function idPrefix(fileName: string): Promise<string> {
  // Only an import needs the dictionary (35 ms).
  const { pinyin } = await import('pinyin-pro');
  const words = fileName.replace(/\.[^.]*$/, '').normalize('NFKC');
  const initials = pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const letters = initials
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return letters.slice(0, longestPrefix) || 'q';
}

const longestPrefix = 8;
