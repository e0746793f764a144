/** Finds text by its sound: `huanjie`, the slip 换界 and the first letters `hj` all find 换届. */
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
  /** The first letter of each character's syllable. */
  readonly initials: string;
}

/** Loads the dictionary (35 ms) and speaks each text once (3 µs a character), so make it when it is needed. */
export async function createSoundIndex(): Promise<SoundIndex> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, Spoken>();

  const speak = (text: string): Spoken => {
    const starts: number[] = [];
    let sound = '';
    let initials = '';
    for (const syllable of pinyin(text, { type: 'array', toneType: 'none', v: true })) {
      starts.push(sound.length);
      sound += syllable;
      initials += syllable.at(0) ?? '';
    }
    return { characters: Array.from(text), sound, starts, initials };
  };
  const remember = (text: string) => {
    const spoken = known.get(text) ?? speak(text);
    known.set(text, spoken);
    return spoken;
  };

  return {
    finder(phrase) {
      const wanted = speak(phrase).sound;
      const mayBeInitials = /^[a-z]{2,}$/.test(phrase);
      return (text) => {
        // One or two letters sound like something in every text.
        const sounding = wanted.length < 3 ? undefined : passageThatSounds(wanted, remember(text));
        return sounding ?? (mayBeInitials ? passageThatBegins(phrase, remember(text)) : undefined);
      };
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

/** Two letters begin something in every text, so they have to stand for the whole of it, such as a keyword. */
function passageThatBegins(letters: string, { characters, initials }: Spoken): string | undefined {
  if (letters.length === 2) return initials === letters ? characters.join('') : undefined;
  const first = initials.indexOf(letters);
  return first === -1 ? undefined : characters.slice(first, first + letters.length).join('');
}
