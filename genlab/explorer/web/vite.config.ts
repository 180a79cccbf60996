/// <reference types="vitest/config" />
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const ortDist = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));

/** One file of onnxruntime-web, under a name that changes with its content, so that it may be cached for ever. */
function runtimeFile(extension: "mjs" | "wasm"): { name: string; source: Uint8Array } {
  const source = readFileSync(join(ortDist, `ort-wasm-simd-threaded.${extension}`));
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { name: `ort-${hash}.${extension}`, source };
}

const runtime = [runtimeFile("mjs"), runtimeFile("wasm")];

/** Ships the wasm runtime beside the bundle and writes manifest.json, which names them for the server. */
function shipRuntime(): Plugin {
  return {
    name: "genlab-ship-runtime",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
      if (!entry) this.error("The build has no entry chunk.");
      for (const { name, source } of runtime) this.emitFile({ type: "asset", fileName: name, source });
      const manifest = {
        entry: entry.fileName,
        runtime: { mjs: runtime[0].name, wasm: runtime[1].name },
        files: [entry.fileName, ...runtime.map((file) => file.name)].sort(),
      };
      this.emitFile({ type: "asset", fileName: "manifest.json", source: JSON.stringify(manifest, null, 2) + "\n" });
    },
  };
}

export default defineConfig({
  resolve: { conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "import", "default"] },
  worker: { format: "es" },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "explorer.js" },
    rollupOptions: { output: { entryFileNames: "explorer-[hash].js", codeSplitting: false } },
  },
  plugins: [shipRuntime()],
  test: { include: ["tests/**/*.test.ts"] },
});
