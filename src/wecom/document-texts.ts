import type { XmlElement } from './document.ts';

/** The texts of the elements directly below `parent` that hold no others, by name. The first one counts. */
export function leafTexts(parent: XmlElement): Readonly<Record<string, string>> {
  // Without a prototype, because the names come from outside.
  const texts = Object.create(null) as Record<string, string>;
  for (const { name, text, children } of parent.children) {
    if (children.length === 0 && texts[name] === undefined) texts[name] = text;
  }
  return texts;
}

/** The texts of all elements that hold no others, in document order, by their path such as `BatchJob/JobId`. */
export function textsByPath(root: XmlElement): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const walk = (parent: XmlElement, path: string): void => {
    for (const child of parent.children) {
      if (child.children.length > 0) {
        walk(child, `${path}${child.name}/`);
        continue;
      }
      const found = texts.get(path + child.name);
      if (found === undefined) texts.set(path + child.name, [child.text]);
      else found.push(child.text);
    }
  };
  walk(root, '');
  return texts;
}
