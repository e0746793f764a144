import type { Envelope } from '../crypto/envelope.ts';
import type { Corp } from '../state/corp.ts';
import type { Delivery } from './delivery-register.ts';
import type { DeliveryAttempt } from './exchange.ts';
import type { CallbackPoster, HttpOutcome } from './post-callback.ts';

/** Makes single attempts and writes both directions into the transcript. */
export interface DeliveryAttempts {
  /** Never rejects. */
  make(delivery: Delivery, url: string): Promise<DeliveryAttempt>;
  /** The next so many answers get lost on the way back. */
  loseAnswers(count: number): void;
}

export function createDeliveryAttempts(
  { transcript, clock }: Corp,
  envelope: Envelope,
  poster: CallbackPoster,
): DeliveryAttempts {
  let answersToLose = 0;

  function lostOnTheWay(outcome: HttpOutcome): HttpOutcome {
    if (outcome.status === null || answersToLose === 0) return outcome;
    answersToLose -= 1;
    return { status: null, failure: '应答在路上丢失了' };
  }

  function openReply(body: string): string | null {
    if (body === '' || body === 'success') return null;

    const { xml, faults } = envelope.open(body);
    for (const { rule, detail } of faults) transcript.reportFor('callback').violation(rule, detail);
    return xml;
  }

  return {
    async make(delivery, url) {
      delivery.attempts += 1;
      const mark = { delivery: delivery.id, attempt: delivery.attempts };
      const sealed = envelope.seal(delivery.xml, clock.now());
      transcript.add({ kind: 'callback', ...mark, url, xml: delivery.xml });

      const started = performance.now();
      const outcome = lostOnTheWay(await poster.post(url, sealed.query, sealed.body));
      const milliseconds = Math.round(performance.now() - started);

      const answer =
        outcome.status === null
          ? { status: null, failure: outcome.failure, body: '', replyXml: null }
          : {
              status: outcome.status,
              failure: null,
              body: outcome.body,
              replyXml: outcome.status === 200 ? openReply(outcome.body) : null,
            };

      const { replyXml, ...seen } = answer;
      transcript.add({ kind: 'reply', ...mark, ...seen, milliseconds, xml: replyXml });
      return { url, ...answer };
    },

    loseAnswers(count) {
      answersToLose = count;
    },
  };
}
