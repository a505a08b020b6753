import type { CardReader } from "./reader.ts";

const absent = { status: "absent" } as const;
const notReady = async () => ({ outcome: "not-ready", status: "absent" }) as const;
const deaf = () => () => {};

/** What stands at a counter that no reader was set up for: nobody looks for one. */
export const noReader: CardReader = {
  state: () => absent,
  onState: deaf,
  onSpoken: deaf,
  connect: async () => absent,
  read: notReady,
  write: notReady,
  verify: notReady,
  writeAndVerify: notReady,
  erase: notReady,
  eraseAndVerify: notReady,
  testSensor: notReady,
  ask: notReady,
  setLamp: notReady,
  cancel: async () => {},
  close: async () => {},
};
