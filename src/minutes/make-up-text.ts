import { meetingWords } from '../meetings/meeting-words.ts';
import type { Card } from '../chat/card.ts';
import { shortened } from '../wording/shortened.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { StudiedMeeting } from './studied-meeting.ts';
import { headingNames, type MinutesHeading } from './minutes-heading.ts';

/** What somebody who was on leave is sent. */
export function makeUpCard(studied: StudiedMeeting, today: LocalDate): Card {
  const { meeting } = studied;
  return {
    title: `补学：${meetingWords(meeting)}`,
    note: `${dateWords(meeting.date, today)}您请了假，这里是要点。`,
    body: shortened(essence(studied).join('\n'), longestBody),
    buttons: [{ label: '看全文', line: `补学 ${meeting.number}` }],
  };
}

/** 补学 7. */
export function makeUpText(studied: StudiedMeeting, today: LocalDate): string {
  const { meeting } = studied;
  return [
    `${meetingWords(meeting)}，${dateWords(meeting.date, today)}`,
    ...essence(studied),
    '这是草稿的要点，以纸质记录为准。有疑问请问支部书记。',
  ].join('\n');
}

/** What was studied and decided; not who said what. */
function essence({ meeting, content }: StudiedMeeting): readonly string[] {
  return shown.flatMap((heading) => {
    const written = content.get(heading) ?? [];
    const entries = heading === 'agenda' && written.length === 0 ? meeting.agenda : written;
    const [only] = entries;
    if (only === undefined) return [];
    if (entries.length === 1) return [`${headingNames[heading]}：${only}`];
    return [`${headingNames[heading]}：`, ...entries.map((entry, index) => `${index + 1}. ${entry}`)];
  });
}

const shown: readonly MinutesHeading[] = ['theme', 'agenda', 'reports', 'resolutions'];

/** A card shows some 160 characters. */
const longestBody = 150;
