import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { onTestFinished } from "vitest";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { CustomerNoticeChannel, CustomerRequestChannel } from "#core/contract/channels.ts";
import type { Notice, Reply, Sent } from "#core/contract/contract.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { Display } from "#renderer/customer/display.tsx";
import { createLanguage, type Language } from "#renderer/wording/language.ts";
import { bankView } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";

/** How a fake main process answers the customer: a reply, or a function of what was sent. */
export type CustomerAnswers = {
  readonly [C in CustomerRequestChannel]?:
    | Reply<C>
    | ((input: Sent<C>) => Reply<C> | Promise<Reply<C>>);
};

/** A request that the customer's window made. */
interface Asked {
  readonly channel: CustomerRequestChannel;
  readonly input: unknown;
}

/** A welcome in a demonstration, in which the window plays the customer. */
export const playing: DisplayView = {
  status: "idle",
  branchName: "和平路支行",
  branchEnglishName: "Heping Road",
  demonstration: true,
};

/** A bridge to nobody: it answers what it was told to, remembers all, and can tell notices. */
export function fakeCustomerBridge(answers: CustomerAnswers) {
  const asked: Asked[] = [];
  const listeners = new Map<CustomerNoticeChannel, Set<(notice: never) => void>>();
  const bridge: CustomerBridge = {
    async request(channel, input) {
      asked.push({ channel, input });
      const answer = answers[channel];
      if (answer === undefined) return { ok: false, refusal: { code: "request.unknown" } };
      return typeof answer === "function" ? answer(input) : answer;
    },
    onNotice(channel, listener) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener as (notice: never) => void));
      return () => all.delete(listener as (notice: never) => void);
    },
  };
  return {
    bridge,
    asked,
    tell<C extends CustomerNoticeChannel>(channel: C, notice: Notice<C>): void {
      for (const listener of listeners.get(channel) ?? []) listener(notice as never);
    },
  };
}

/** One thing the window plays, by its name; the others are there too, hidden. */
export const at = (place: string) => within(screen.getByRole("article", { name: place }));

/** Opens the customer's window over a fake main process; it plays the customer unless told otherwise. */
export function openCustomerWindow(
  answers: CustomerAnswers = {},
  { language = "zh-CN" }: { readonly language?: Language } = {},
) {
  const { bridge, asked, tell } = fakeCustomerBridge({
    "display.view": yes(playing),
    "bank.view": yes(bankView()),
    ...answers,
  });
  onTestFinished(cleanup);
  render(
    <I18nextProvider i18n={createLanguage(language)}>
      <Display bridge={bridge} />
    </I18nextProvider>,
  );
  return {
    asked,
    user: userEvent.setup(),
    /** What was asked on one channel. */
    askedOn: (channel: CustomerRequestChannel) =>
      asked.filter((one) => one.channel === channel).map(({ input }) => input),
    tell<C extends CustomerNoticeChannel>(channel: C, notice: Notice<C>): void {
      act(() => tell(channel, notice));
    },
  };
}
