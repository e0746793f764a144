import type { MeetingType } from '../library/meeting-type.ts';
import type { MinutesHeading } from './minutes-heading.ts';
import type { MinutesContent } from './read-minutes.ts';

/** What minutes of such a meeting should say and do not yet (domain §6.1). */
export function missingParts(
  content: MinutesContent,
  type: MeetingType | undefined,
): readonly MinutesHeading[] {
  return wantedOf(content, type).filter((heading) => !content.has(heading));
}

function wantedOf(content: MinutesContent, type: MeetingType | undefined): readonly MinutesHeading[] {
  const signed: readonly MinutesHeading[] = ['chair', 'recorder'];
  if (type?.minutes !== undefined) return [...signed, 'theme', 'rectification'];
  const isTold = told.some((heading) => content.has(heading));
  return [
    ...signed,
    ...(isTold ? [] : (['course'] as const)),
    ...(type?.quorum === undefined ? [] : (['resolutions'] as const)),
  ];
}

/** Any of these tells what happened. */
const told: readonly MinutesHeading[] = ['course', 'reports', 'speeches'];
