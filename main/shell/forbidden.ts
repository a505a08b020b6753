/** The exit code of a start with switches that are not allowed here (EX_CONFIG). */
export const FORBIDDEN_EXIT_CODE = 78;

// Switches of Chromium and Node that open the program to others, weaken its windows, send its
// traffic elsewhere or lay its secrets open. A word ending in `*` stands for all that begin so.
const FORBIDDEN = [
  "inspect*",
  "debug*",
  "js-flags",
  "remote-debugging-*",
  "remote-allow-origins",
  "no-sandbox",
  "no-zygote*",
  "disable-sandbox",
  "disable-gpu-sandbox",
  "disable-setuid-sandbox",
  "disable-namespace-sandbox",
  "disable-seccomp-filter-sandbox",
  "single-process",
  "in-process-gpu",
  "disable-web-security",
  "disable-site-isolation-trials",
  "disable-features",
  "enable-features",
  "enable-blink-features",
  "enable-experimental-web-platform-features",
  "allow-file-access-from-files",
  "allow-running-insecure-content",
  "unsafely-*",
  "ignore-certificate-errors*",
  "proxy-*",
  "host-rules",
  "host-resolver-rules",
  "auth-*",
  "load-extension",
  "password-store",
  "use-mock-keychain",
  "ssl-key-log-file",
  "log-net-log",
  "log-file",
  "enable-logging",
  "trace-startup*",
  "user-data-dir",
  "browser-subprocess-path",
  "renderer-cmd-prefix",
  "utility-cmd-prefix",
  "gpu-launcher",
  "use-fake-*",
] as const;

// Development and tests drive the window through these; a packaged program refuses them too.
const DEVELOPING = ["inspect", "remote-debugging-port", "no-sandbox"];

const FORBIDDEN_ENVIRONMENT = [
  "NODE_OPTIONS",
  "NODE_EXTRA_CA_CERTS",
  "NODE_REPL_EXTERNAL_MODULE",
  "ELECTRON_RUN_AS_NODE",
  "ELECTRON_NO_ASAR",
  "ELECTRON_LOG_FILE",
  "SSLKEYLOGFILE",
];

/**
 * The switches and variables of this start that are not allowed, by name; empty for a clean start.
 * Chromium takes `-word` for `--word`, and on Windows `/word` and any case as well.
 */
export function forbiddenWords({
  words,
  environment,
  packaged,
  platform,
}: {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly packaged: boolean;
  readonly platform: string;
}): readonly string[] {
  const switches = words
    .map((word) => switchOf(word, platform))
    .filter((name) => name !== undefined)
    .filter((name) => isForbidden(name))
    .filter((name) => packaged || !DEVELOPING.includes(name))
    .map((name) => `--${name}`);
  const variables = FORBIDDEN_ENVIRONMENT.filter((name) => packaged && environment[name]);
  return [...switches, ...variables];
}

function switchOf(word: string, platform: string): string | undefined {
  const marked = platform === "win32" ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/;
  const [, name] = marked.exec(word.trim()) ?? [];
  return platform === "win32" ? name?.toLowerCase() : name;
}

function isForbidden(name: string): boolean {
  return FORBIDDEN.some((word) =>
    word.endsWith("*") ? name.startsWith(word.slice(0, -1)) : name === word,
  );
}
