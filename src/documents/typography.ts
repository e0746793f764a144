import { HeadingLevel, LeaderType, LineRuleType, TabStopType } from 'docx';
import type { IParagraphOptions, IRunOptions } from 'docx';

/*
 * How Chinese offices set papers: GB/T 9704—2012 for the page, its margins, 宋体 for the title, 黑体 for
 * headings and 仿宋 for the text. Word takes a font of its own where one of them is not installed.
 * Sizes of letters in half points, all other lengths in twentieths of a point, as Word counts.
 */

/** One way of setting a line. */
export interface TypeSetting {
  readonly run: IRunOptions;
  readonly paragraph: Omit<IParagraphOptions, 'children'>;
}

/** 二号 */
export const titleText: TypeSetting = {
  run: { ...letters('宋体', 44), bold: true },
  paragraph: { heading: HeadingLevel.TITLE, spacing: { ...lines(600), after: 240 } },
};

/** 三号 */
export const headingText: TypeSetting = {
  run: letters('黑体', 32),
  paragraph: { heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { ...lines(560), before: 120 } },
};

/** 三号, each paragraph two letters in. */
export const bodyText: TypeSetting = {
  run: letters('仿宋', 32),
  paragraph: { indent: { firstLine: 640 }, spacing: lines(560) },
};

/** 三号, and a line up to some two thirds of the page to write on. */
export const signatureText: TypeSetting = {
  run: letters('仿宋', 32),
  paragraph: {
    spacing: { ...lines(560), before: 360 },
    tabStops: [{ type: TabStopType.LEFT, position: 5600, leader: LeaderType.UNDERSCORE }],
  },
};

/** 四号, in tables. */
export const tableText: TypeSetting = { run: letters('仿宋', 28), paragraph: { spacing: lines(440) } };

/** 五号, at the head and the foot of the page. */
export const smallText: TypeSetting = { run: letters('仿宋', 21), paragraph: {} };

/** A4, 37 mm above, 35 below, 28 left, 26 right. */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
};

export const writtenWidth = page.size.width - page.margin.left - page.margin.right;

function letters(font: string, size: number): IRunOptions {
  return {
    size,
    color: '000000',
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: font },
  };
}

/** At least this high: a font of the reader's own may be taller. */
function lines(line: number): { readonly line: number; readonly lineRule: typeof LineRuleType.AT_LEAST } {
  return { line, lineRule: LineRuleType.AT_LEAST };
}
