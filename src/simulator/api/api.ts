import type { Report } from '../rules/report.ts';
import type { Corp } from '../state/corp.ts';

/** One call of the bot, after its token was accepted. */
export interface ApiCall {
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly raw: Buffer;
  /** The parsed body; refuses what is not a JSON object. */
  readonly json: () => object;
  readonly report: Report;
  /** Leaves a note at this call in the transcript. */
  readonly remark: (note: string) => void;
  /** Recipients, in lower case, that a planned fault makes invalid for this call. */
  readonly invalidUsers: ReadonlySet<string>;
}

/** Bytes to download (media/get). */
interface FileAnswer {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: Buffer;
}

/** The fields beside errcode 0. */
export interface FieldsAnswer {
  readonly kind: 'fields';
  readonly fields: Readonly<Record<string, unknown>>;
}

export type ApiAnswer = FieldsAnswer | FileAnswer;

/** One server API of protocol §4. Refusals are thrown as ApiRefusal. */
export interface Api {
  /** The path after `cgi-bin/`. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Only gettoken works without a token. */
  readonly needsToken: boolean;
  answer(call: ApiCall, corp: Corp): ApiAnswer | Promise<ApiAnswer>;
}

export function fields(answer: Readonly<Record<string, unknown>>): FieldsAnswer {
  return { kind: 'fields', fields: answer };
}
