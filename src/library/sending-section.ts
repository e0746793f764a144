import { pathOf, type ContentFolder } from './content-folder.ts';
import { errorAt, type Report } from './problem.ts';
import { unknownLimits, type SendingLimits } from './sending-limits.ts';
import { readSendingLimitsFile } from './sending-limits-file.ts';

const limitsFile = 'sending/limits.yaml';

/** `sending/`: how much this corp may send. */
export async function loadSendingSection(folder: ContentFolder, report: Report): Promise<SendingLimits> {
  const listing = await folder.list('sending');
  const names = [...(listing?.folders ?? []), ...(listing?.files ?? [])].map((name) =>
    pathOf('sending', name),
  );
  for (const name of names.filter((one) => one !== limitsFile)) {
    report(name, [errorAt(1, '这里只放 limits.yaml。')]);
  }
  const text = names.includes(limitsFile) ? await folder.read(limitsFile) : undefined;
  if (text === undefined) return unknownLimits;
  const limits = readSendingLimitsFile(text);
  if (limits.problems === undefined) return limits.value;
  report(limitsFile, limits.problems);
  return unknownLimits;
}
