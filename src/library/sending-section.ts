import type { ContentFolder } from './content-folder.ts';
import type { Report } from './problem.ts';
import { pathsIn, valueOf } from './section-files.ts';
import { unknownLimits, type SendingLimits } from './sending-limits.ts';
import { readSendingLimitsFile } from './sending-limits-file.ts';

const limitsFile = 'sending/limits.yaml';
const sendingFiles = { section: 'sending', known: [limitsFile], advice: '这里只放 limits.yaml。' };

/** `sending/`: how much this corp may send. */
export async function loadSendingSection(folder: ContentFolder, report: Report): Promise<SendingLimits> {
  const paths = await pathsIn(sendingFiles, folder, report);
  if (!paths.includes(limitsFile)) return unknownLimits;
  return valueOf(limitsFile, readSendingLimitsFile, unknownLimits, folder, report);
}
