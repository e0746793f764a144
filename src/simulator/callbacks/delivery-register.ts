/** How many callbacks are remembered, so that a repeat of one is known as such. */
const REMEMBERED = 10_000;

/** One callback, however often it is delivered. */
export interface Delivery {
  readonly id: string;
  readonly xml: string;
  attempts: number;
  /** The phone shows one reply to a callback. */
  answered: boolean;
}

/** Knows callbacks by their plaintext. */
export interface DeliveryRegister {
  /** The delivery of this plaintext, a new one when it was never delivered before. */
  of(xml: string): Delivery;
  has(xml: string): boolean;
  /** The plaintext that was new last. */
  newest(): string | undefined;
}

export function createDeliveryRegister(): DeliveryRegister {
  const deliveries = new Map<string, Delivery>();
  let newest: string | undefined;
  let count = 0;

  return {
    of(xml) {
      const known = deliveries.get(xml);
      if (known !== undefined) return known;

      count += 1;
      newest = xml;
      const delivery = { id: String(count), xml, attempts: 0, answered: false };
      deliveries.set(xml, delivery);

      const [oldest] = deliveries.keys();
      if (deliveries.size > REMEMBERED && oldest !== undefined) deliveries.delete(oldest);
      return delivery;
    },
    has: (xml) => deliveries.has(xml),
    newest: () => newest,
  };
}
