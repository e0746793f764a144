import { plainText } from './markdown.ts';
import type { SearchDocument } from './search-document.ts';
import type { StudyItem } from './study-item.ts';

/** Study items as the search knows them, under the kind `学习`. */
export function studyDocuments(items: readonly StudyItem[]): SearchDocument[] {
  return items.map((item) => ({
    id: item.id,
    title: item.title,
    text: plainText(item.body),
    keywords: item.tags,
    kind: '学习',
    line: `看 ${item.id}`,
  }));
}
