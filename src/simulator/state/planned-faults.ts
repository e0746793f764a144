/** What may go wrong with a call, on demand. */
export type ApiFault =
  /** Refused with this number; nothing takes effect. */
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string | undefined }
  /** A proxy's HTML page with HTTP status 500; nothing takes effect. */
  | { readonly kind: 'http500' }
  /** The connection is cut before anything takes effect. */
  | { readonly kind: 'reset' }
  /** The call takes effect, then the connection is cut without an answer. */
  | { readonly kind: 'lostAnswer' }
  /** The call takes effect, but no answer comes until the caller gives up. */
  | { readonly kind: 'timeoutAfterAccept' }
  /** These recipients count as invalid, the others are served. */
  | { readonly kind: 'invalidUsers'; readonly userids: readonly string[] };

/** A fault and how many calls it will still hit. */
export interface PlannedFault {
  readonly api: string;
  readonly fault: ApiFault;
  readonly times: number;
}

export interface PlannedFaults {
  plan(planned: PlannedFault): void;
  /** The fault for the next call of this API, which uses it up once. */
  take(api: string): ApiFault | undefined;
  pending(): readonly PlannedFault[];
  forget(): void;
}

export function createPlannedFaults(): PlannedFaults {
  let planned: PlannedFault[] = [];

  return {
    plan(fault) {
      planned.push(fault);
    },
    take(api) {
      const next = planned.find((fault) => fault.api === api);
      if (next === undefined) return undefined;

      planned = planned.flatMap((fault) => {
        if (fault !== next) return [fault];
        return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      });
      return next.fault;
    },
    pending: () => planned,
    forget() {
      planned = [];
    },
  };
}
