/**
 * The house: which rooms there are and which way the arrows between them point. This is the whole of
 * "who may import whom" (CONTRIBUTING.md tells the reasons); arrows.test.ts holds every import to it.
 */
export interface Room {
  readonly name: string;
  /** Its files. A file is in the first room of the list that fits. */
  readonly files: RegExp;
  /** The rooms it may call at run time. It may always use its own. */
  readonly uses: 'everything' | readonly string[];
  /** The rooms of which it may know the types only. */
  readonly knows?: readonly string[];
  /** Libraries, and parts of Node as `node:…`. */
  readonly libraries: readonly string[];
}

export const house: readonly Room[] = [
  {
    // Programs join the parts and are the only ones that see the process.
    name: 'programs',
    files: /^src\/(?:main|environment|simulator\/main|.+\/command-line)\.ts$/u,
    uses: 'everything',
    libraries: ['node:fs', 'node:fs/promises', 'node:path', 'node:timers/promises', 'node:url'],
  },
  {
    // Runs before anything is installed, so it can use nothing of ours.
    name: 'set-up',
    files: /^src\/setup\//u,
    uses: [],
    libraries: [
      'esbuild',
      'tsx/esm/api',
      'node:child_process',
      'node:fs',
      'node:module',
      'node:path',
      'node:url',
    ],
  },
  {
    // Speaks WeCom's wire with code of its own, so that one side's mistake shows on the other.
    name: 'simulator',
    files: /^src\/simulator\//u,
    uses: ['time'],
    knows: ['roster'],
    libraries: [
      'esbuild',
      'koa',
      'koa-router',
      'preact',
      'preact/hooks',
      'raw-body',
      'saxes',
      'undici',
      'zod',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:http',
      'node:path',
      'node:timers/promises',
      'node:url',
    ],
  },
  {
    // The only place where domains, stores, chat, delivery and WeCom meet.
    name: 'joined parts',
    files:
      /^src\/(?:app|app-health|app-settings|domains|own-records|meeting-domains|open-sender|menu|stores)\.ts$/u,
    uses: [
      'handlers',
      'jobs',
      'domains',
      'pictures',
      'stores',
      'chat',
      'post',
      'delivery',
      'wecom',
      'http',
      'metrics',
      'schedule',
      'library',
      'roster',
      'redis',
      'time',
    ],
    knows: ['services', 'unit of work', 'config', 'log'],
    libraries: ['koa'],
  },
  {
    // What people can say: arguments, one call to a domain, one answer.
    name: 'handlers',
    files: /^handlers\//u,
    uses: ['chat words', 'domains', 'pictures', 'roster', 'time', 'errors'],
    knows: ['library'],
    libraries: ['zod'],
  },
  {
    // What the service does by itself: they get the services and a slot, and never ask a clock.
    name: 'jobs',
    files: /^jobs\//u,
    uses: ['schedule', 'domains', 'library', 'time'],
    knows: ['services'],
    libraries: [],
  },
  {
    // The short interface for handlers and jobs: types, no code.
    name: 'services',
    files: /^src\/services\.ts$/u,
    uses: [],
    knows: ['chat words', 'domains', 'pictures', 'library', 'roster', 'time'],
    libraries: [],
  },
  {
    // What a conversation is made of. Domains may know these words, handlers are written in them.
    name: 'chat words',
    files: /^src\/chat\/(?:answer|arguments|card|command|desk|help|normalise|sent-thing|turn)\.ts$/u,
    uses: ['roster'],
    knows: ['services', 'pictures', 'unit of work', 'time'],
    libraries: ['zod'],
  },
  {
    // State on Redis: verbs of one domain (and of no other), keys and lifetimes in the header.
    name: 'stores',
    files: /^src\/[^/]+\/(?:[^/]+-(?:store|scripts)|(?:case|contest|flow)-form|recipient-keys)\.ts$/u,
    uses: ['redis', 'unit of work', 'domains', 'chat', 'roster', 'library', 'time', 'errors'],
    knows: ['chat words'],
    libraries: ['zod', 'node:crypto', 'node:zlib'],
  },
  {
    // From a saying to its answer: inbox, router, role check, reply.
    name: 'chat',
    files: /^src\/chat\//u,
    uses: ['wording', 'chat words', 'domains', 'roster', 'unit of work', 'wecom', 'errors'],
    knows: ['services', 'stores', 'redis', 'delivery', 'log', 'time'],
    libraries: ['fastest-levenshtein', 'pinyin-pro', 'zod', 'node:crypto', 'node:timers/promises'],
  },
  {
    // Between domains and delivery: who may be written to when, and a card as a message of WeCom's.
    name: 'post',
    files: /^src\/post\//u,
    uses: ['chat', 'domains', 'delivery', 'wecom', 'time'],
    knows: ['chat words', 'stores', 'unit of work'],
    libraries: [],
  },
  {
    // Accepted messages, until each has reached its recipients or been given up with a reason.
    name: 'delivery',
    files: /^src\/delivery\//u,
    uses: ['redis', 'unit of work', 'errors'],
    knows: ['wecom', 'pictures', 'log', 'time'],
    libraries: ['bullmq', 'zod', 'node:crypto', 'node:timers/promises'],
  },
  {
    // WeCom's wire. It knows nothing of study or notices: each message goes to a function it is given.
    name: 'wecom',
    files: /^src\/wecom\//u,
    uses: ['errors'],
    knows: ['redis', 'time'],
    libraries: [
      '@wecom/crypto',
      'koa',
      'saxes',
      'undici',
      'zod',
      'node:crypto',
      'node:http',
      'node:timers/promises',
    ],
  },
  {
    name: 'http',
    files: /^src\/http\//u,
    uses: [],
    libraries: ['koa', 'koa-router', 'node:http', 'node:net'],
  },
  {
    name: 'metrics',
    files: /^src\/metrics\//u,
    uses: [],
    knows: ['delivery', 'wecom'],
    libraries: ['prom-client'],
  },
  {
    name: 'doctor',
    files: /^src\/doctor\//u,
    uses: ['library', 'delivery', 'wecom', 'time', 'wording'],
    knows: ['roster', 'redis'],
    libraries: ['undici', 'node:crypto'],
  },
  {
    // When jobs are due, once over all replicas.
    name: 'schedule',
    files: /^src\/schedule\//u,
    uses: ['time', 'errors'],
    knows: ['services', 'redis', 'log'],
    libraries: ['fastest-levenshtein', 'node-cron', 'node:crypto', 'node:util'],
  },
  {
    // content/ → checked, frozen values.
    name: 'library',
    files: /^src\/library\//u,
    uses: ['wording', 'time'],
    libraries: [
      'fastest-levenshtein',
      'minisearch',
      'pinyin-pro',
      'yaml',
      'zod',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:v8',
    ],
  },
  {
    // Who there is and what they may do; roster files in and out.
    name: 'roster',
    files: /^src\/roster\//u,
    uses: ['wording', 'sheets', 'time', 'errors'],
    knows: ['stores'],
    libraries: ['fastest-levenshtein', 'hucre', 'zod', 'node:fs/promises', 'node:path', 'node:util'],
  },
  {
    // An editor's tool: questions out of workbooks, Word documents and pasted text.
    name: 'quiz import',
    files: /^src\/quiz-import\//u,
    uses: ['wording', 'library', 'roster', 'word reading', 'errors'],
    knows: ['time'],
    libraries: ['hucre', 'pinyin-pro', 'node:crypto', 'node:fs/promises', 'node:path', 'node:util'],
  },
  {
    // What one reads in a Word document; it knows nothing of what is written there.
    name: 'word reading',
    files: /^src\/word-reading\//u,
    uses: [],
    libraries: ['fflate', 'saxes'],
  },
  {
    // Tables as the bytes of a workbook: for whatever is exported.
    name: 'sheets',
    files: /^src\/sheets\//u,
    uses: [],
    knows: ['time'],
    libraries: ['hucre', 'node:timers/promises', 'node:worker_threads'],
  },
  {
    // How pieces of answers are written; it knows nothing of what they say.
    name: 'wording',
    files: /^src\/wording\//u,
    uses: [],
    knows: ['chat words'],
    libraries: [],
  },
  {
    name: 'config',
    files: /^src\/config(?:\.ts|\/)/u,
    uses: ['redis', 'log'],
    libraries: ['zod', 'node:fs', 'node:net', 'node:path'],
  },
  {
    // Apart from the rest of redis/, because it is all of it that a domain sees: changes, stated.
    name: 'unit of work',
    files: /^src\/redis\/unit-of-work\.ts$/u,
    uses: [],
    libraries: [],
  },
  {
    name: 'redis',
    files: /^src\/redis\//u,
    uses: ['errors'],
    knows: ['unit of work', 'log'],
    libraries: [
      'ioredis',
      'cluster-key-slot',
      'node:child_process',
      'node:crypto',
      'node:fs/promises',
      'node:os',
      'node:path',
      'node:stream',
    ],
  },
  {
    name: 'log',
    files: /^src\/log(?:\.ts|\/)/u,
    uses: [],
    libraries: ['pino', 'node:fs', 'node:module', 'node:url'],
  },
  {
    name: 'time',
    files: /^src\/time\//u,
    uses: ['errors'],
    libraries: ['zod'],
  },
  {
    name: 'errors',
    files: /^src\/errors\.ts$/u,
    uses: [],
    libraries: [],
  },
  {
    // Figures as a PNG: drawn by one library, with a font of our own.
    name: 'pictures',
    files: /^src\/pictures\//u,
    uses: ['wording', 'time'],
    knows: ['chat words', 'stores', 'domains', 'log'],
    libraries: ['@takumi-rs/core', 'zod', 'node:crypto', 'node:fs/promises'],
  },
  {
    // A paper of paragraphs and tables as a Word file, a meeting as a calendar file.
    name: 'documents',
    files: /^src\/documents\//u,
    uses: [],
    libraries: ['docx', 'ts-ics'],
  },
  {
    // Every other folder is a domain: rules over values, changes stated on a unit of work. None sees
    // Koa, Redis' commands, WeCom's wire or how messages are delivered.
    name: 'domains',
    files: /^src\/[^/]+\//u,
    uses: ['wording', 'roster', 'sheets', 'documents', 'library', 'unit of work', 'time', 'errors'],
    knows: ['chat words', 'stores', 'post', 'delivery', 'log'],
    libraries: ['ts-fsrs', 'node:crypto'],
  },
];

/** The room of a file; throws for a file that stands outside of the house. */
export function roomOf(path: string): Room {
  const room = house.find(({ files }) => files.test(path));
  if (room === undefined) throw new Error(`${path} is in no room of tests/shape/house.ts`);
  return room;
}
