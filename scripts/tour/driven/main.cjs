// The workstation as a driver starts it: no window opens before the driver is there. One that opens in
// the very moment in which Playwright attaches may never answer it, and then the launch hangs
// (microsoft/playwright#29386). Its own loader holds `ready` back until it is attached.
const path = require("node:path");
const { app } = require("electron");

const folder = path.resolve(__dirname, "..", "..", "..");
const described = require(path.join(folder, "package.json"));
const driver = path.dirname(require.resolve("playwright-core/package.json"));

require(path.join(driver, "lib", "server", "electron", "loader.js"));

// @ts-expect-error: Electron's own default application uses it, its types leave it out.
app.setAppPath(folder);
app.setName(described.productName);
// @ts-expect-error: as above.
app.setVersion(described.version);
require(path.join(folder, described.main));
