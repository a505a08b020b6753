import type { RawEntry } from "#tests/main/ledger/invented.ts";
import { type Counter, openCounter } from "#tests/support/counter.ts";

const staff = [
  { id: "0001", role: "teller" },
  { id: "0002", role: "teller" },
  { id: "0100", role: "supervisor" },
  { id: "0101", role: "supervisor" },
  { id: "0900", role: "branch-head" },
  { id: "0500", role: "administrator" },
  { id: "0700", role: "auditor" },
] as const;

/** Somebody of the branch, as they were registered. */
function registered({ id, role }: (typeof staff)[number]): RawEntry {
  return {
    type: "teller.registered",
    teller: {
      ...{ id, role, name: `人员${id}`, branch: "0200", mustChangePassword: false },
      password: { method: "scrypt", cost: 16, salt: "0".repeat(32), hash: id.repeat(16) },
      ...{ failures: 0, attendance: "off" },
    },
  };
}

/** A customer whom nobody has an account for yet. */
function customer(id: string, documentNumber: string): RawEntry {
  return {
    type: "customer.registered",
    customer: {
      ...{ id, name: "顾客", latinName: "GU/KE", documentKind: "passport", documentNumber },
      ...{ documentIssuer: "公安部", documentValidTo: "long-term", birthDate: "1990-01-01" },
      address: "北京",
    },
  };
}

/** A branch with everybody in it and two customers; the administrator sits at the counter. */
export function openPeopleDesk(): Counter {
  const desk = openCounter();
  const branch = { code: "0200", name: "样例支行", englishName: "Sample", kind: "live" } as const;
  desk.post([
    { type: "branch.founded", branch },
    ...staff.map(registered),
    customer("c-1", "E12345678"),
    customer("c-2", "E23456789"),
  ]);
  desk.seat("0500");
  return desk;
}

/** A first password that somebody typed, as evidence. */
export function typedPassword(desk: Counter): string {
  return desk.keep({
    type: "teller-password",
    verifier: { method: "scrypt", cost: 16, salt: "f".repeat(32), hash: "f".repeat(64) },
  });
}
