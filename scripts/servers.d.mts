// Types of the finder, for the TypeScript files that use it.
export declare function findServer(name: 'clickhouse' | 'nginx'): string | undefined;
