// Types of the finder, for the TypeScript files that use it.
export type Engine = 'chromium' | 'firefox' | 'webkit';

export declare function findChromium(): string | undefined;
export declare function findChromiumShell(): string | undefined;
export declare function findFirefox():
  | { executablePath: string; channel: string | undefined }
  | undefined;
export declare function findWebKit():
  | { driver: string; display: string; browser: string }
  | undefined;
export declare function requiredEngines(): Engine[];
