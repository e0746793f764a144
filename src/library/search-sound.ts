/** Finds text by its sound: `huanjie` and the slip 换界 both find 换届. */
export interface SoundIndex {
  /** What finds a phrase in texts; both as `searchPhrase` gives them. */
  finder(phrase: string): SoundFinder;
}

/** The passage of this text that sounds like the phrase. */
export type SoundFinder = (text: string) => string | undefined;

interface Spoken {
  readonly characters: readonly string[];
  /** All syllables without a space between them. */
  readonly sound: string;
  /** Where in `sound` the syllable of each character begins. */
  readonly starts: readonly number[];
}

/** Loads the dictionary (35 ms) and speaks each text once (3 µs a character), so make it when it is needed. */
export async function createSoundIndex(): Promise<SoundIndex> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, Spoken>();

  const speak = (text: string): Spoken => {
    const starts: number[] = [];
    let sound = '';
    for (const syllable of pinyin(text, { type: 'array', toneType: 'none', v: true })) {
      starts.push(sound.length);
      sound += syllable;
    }
    return { characters: Array.from(text), sound, starts };
  };
  const remember = (text: string) => {
    const spoken = known.get(text) ?? speak(text);
    known.set(text, spoken);
    return spoken;
  };

  return {
    finder(phrase) {
      const wanted = speak(phrase).sound;
      // One or two letters sound like something in every text.
      return wanted.length < 3 ? () => undefined : (text) => passageThatSounds(wanted, remember(text));
    },
  };
}

/** Only at the beginning of a syllable: `anji` is no hit in huan-jie. The last syllable may be unfinished. */
function passageThatSounds(wanted: string, { characters, sound, starts }: Spoken): string | undefined {
  for (let at = sound.indexOf(wanted); at !== -1; at = sound.indexOf(wanted, at + 1)) {
    const first = starts.indexOf(at);
    if (first === -1) continue;
    const after = starts.findIndex((start) => start >= at + wanted.length);
    return characters.slice(first, after === -1 ? undefined : after).join('');
  }
  return undefined;
}
