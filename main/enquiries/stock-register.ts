import { known } from "#core/kernel/assert.ts";
import { accept } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLookAtAny } from "#main/people/may-look.ts";
import { stockRegister } from "#main/views/stock-register-view.ts";

/** 8011 凭证库存, and what the forms about blank pieces must know of hands and people. */
export function stockRegisterHandlers(desk: Desk): Pick<Handlers, "stock.register"> {
  return {
    "stock.register": () => {
      const teller = mayLookAtAny(desk, ["8011", "8003", "8005"]);
      if (!teller.ok) return teller;
      desk.settle();
      const { parameters } = known(desk.branch(), "nobody is at work before the branch is");
      return accept(stockRegister(desk.books, teller.value, { today: desk.today(), parameters }));
    },
  };
}
