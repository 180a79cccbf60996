/** File names of the wasm runtime beside the bundle; written by vite.config.ts. */
declare const __ORT_FILES__: { mjs: string; wasm: string };
