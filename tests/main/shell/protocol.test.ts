import { describe, expect, test } from "vitest";
import { contentPolicy } from "#main/shell/content-policy.ts";
import { pages } from "#main/shell/pages.ts";
import { answerPageRequest, schemes } from "#main/shell/protocol.ts";

const names = new Set([
  "index.html",
  "customer.html",
  "slip.html",
  "card.html",
  "assets/index-AbC_12.js",
  "assets/index-AbC_12.css",
  "assets/logo.svg",
  "assets/secrets.env",
]);
const files = { names, read: async (name: string) => new TextEncoder().encode(`<${name}>`) };

const get = (url: string, page = pages.teller, method = "GET") =>
  answerPageRequest({ method, url }, page, files);

describe("a window is served its own built files", () => {
  test("its page, with the language after #", async () => {
    const answer = await get("app://teller/index.html#lang=en");

    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toBe("<index.html>");
  });

  test("its scripts, styles and pictures by type", async () => {
    const script = await get("app://teller/assets/index-AbC_12.js");
    const style = await get("app://teller/assets/index-AbC_12.css");
    const picture = await get("app://teller/assets/logo.svg");

    expect(script.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(style.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(picture.headers.get("Content-Type")).toBe("image/svg+xml");
  });

  test.each([
    "app://teller/",
    "app://teller",
    "app://teller/customer.html",
    "app://teller/slip.html",
    "app://teller/card.html",
    "app://card-sheet/card.html",
    "app://customer/customer.html",
    "app://customer/index.html",
    "app://teller.evil/index.html",
    "app://teller@evil/index.html",
    "app://teller:80/index.html",
    "app://evil/index.html",
    "https://teller/index.html",
    "app://teller/index.html?x",
    "app://teller/index.html%00",
    "app://teller/index.html\0",
    "app://teller/../index.html",
    "app://teller/%2e%2e/%2e%2e/etc/passwd",
    "app://teller/assets/../../package.json",
    "app://teller/assets/..%2f..%2fpackage.json",
    "app://teller/assets\\index-AbC_12.js",
    "app://teller//index.html",
    "app://teller/assets//index-AbC_12.js",
    "app://teller/Index.html",
    "app://teller/assets/index-AbC_12.js.map",
    "app://teller/assets/secrets.env",
    "app://teller/assets/",
    "app://teller/toString",
    "app://teller/__proto__",
    "",
  ])("%j is not found", async (url) => {
    const answer = await get(url);

    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("");
  });

  test.each(["POST", "HEAD", "PUT", "OPTIONS", "get"])("%s is not allowed", async (method) => {
    expect((await get("app://teller/index.html", pages.teller, method)).status).toBe(405);
  });

  test("the display, the slip and the printed card are served theirs and not the teller's", async () => {
    expect((await get("app://customer/customer.html", pages.customer)).status).toBe(200);
    expect((await get("app://teller/index.html", pages.customer)).status).toBe(404);
    expect((await get("app://teller/slip.html", pages.slip)).status).toBe(200);
    expect((await get("app://teller/index.html", pages.slip)).status).toBe(404);
    expect((await get("app://card-sheet/card.html", pages["card-sheet"])).status).toBe(200);
    expect((await get("app://card-sheet/customer.html", pages["card-sheet"])).status).toBe(404);
  });
});

describe("every answer", () => {
  test.each(["app://teller/index.html", "app://teller/none"])("%s has the headers", async (url) => {
    const { headers } = await get(url);

    expect(headers.get("Content-Security-Policy")).toBe(contentPolicy(pages.teller));
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("has the content policy of its window, word for word", () => {
    expect(contentPolicy(pages.customer).split("; ")).toEqual([
      "default-src 'none'",
      "script-src app://customer/assets/",
      "style-src app://customer/assets/",
      "img-src app://customer/assets/ data:",
      "font-src app://customer/assets/",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "worker-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types teller",
    ]);
  });
});

test("the scheme has the rules of a web site and none of the exceptions", () => {
  expect(schemes).toEqual([
    {
      scheme: "app",
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        corsEnabled: false,
        stream: false,
      },
    },
  ]);
});
