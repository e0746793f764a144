import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import type { IRunOptions, Table } from 'docx';
import type { Block, WordDocument } from './document.ts';
import {
  bodyText,
  headingText,
  page,
  signatureText,
  smallText,
  titleText,
  type TypeSetting,
} from './typography.ts';
import { wordTable } from './word-table.ts';

/** Loads the library; see word-file.ts. */
export async function packWordFile({ title, standing, blocks }: WordDocument): Promise<Uint8Array> {
  const file = new Document({
    title,
    creator: '支部助手',
    sections: [
      {
        properties: { page },
        headers: {
          default: new Header({ children: [paragraph(smallText, [standing], AlignmentType.RIGHT)] }),
        },
        footers: {
          default: new Footer({ children: [paragraph(smallText, pageOfPages, AlignmentType.CENTER)] }),
        },
        children: [paragraph(titleText, [title], AlignmentType.CENTER), ...blocks.flatMap(partsOf)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const pageOfPages = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] as const;

function partsOf(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(headingText, [block.text])];
    case 'paragraph':
      return [paragraph(bodyText, [block.text])];
    case 'list':
      return block.entries.map((entry, index) => paragraph(bodyText, [`${index + 1}. ${entry}`]));
    case 'table':
      return [wordTable(block)];
    case 'signatures':
      return block.labels.map((label) => paragraph(signatureText, [`${label}（签字）：`, new Tab()]));
  }
}

function paragraph(
  { run, paragraph: options }: TypeSetting,
  children: NonNullable<IRunOptions['children']>,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({ ...options, alignment, children: [new TextRun({ ...run, children })] });
}
