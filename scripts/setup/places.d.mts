/** The project: the folder that holds package.json, and the folder that Electron is given. */
export declare const projectFolder: string;
/** Where things fetched once are kept, outside the project: a second start costs nothing. */
export declare function cacheFolder(
  environment?: NodeJS.ProcessEnv,
  platform?: NodeJS.Platform,
): string;
