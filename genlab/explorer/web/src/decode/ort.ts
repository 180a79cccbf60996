import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { Cache } from "../data/cache";

/** Points onnxruntime at its wasm files. One thread: more need headers that Streamlit does not send. */
function configure(runtime: Runtime): void {
  if (env.wasm.wasmPaths) return;
  const url = (address: string) => new URL(address, self.location.href).href;
  env.wasm.wasmPaths = { mjs: url(runtime.mjs), wasm: url(runtime.wasm) };
  env.wasm.numThreads = 1;
  env.logLevel = "error";
}

/** Addresses of the runtime's two files. */
export interface Runtime {
  mjs: string;
  wasm: string;
}

export type Outputs = Record<string, Float32Array>;

/** One ONNX graph with its weights. */
export interface Graph {
  run(input: Float32Array, shape: number[]): Promise<Outputs>;
}

/** Two graphs of each checkpoint of a training that is looked through, and a few of other runs. */
const KEPT = 48;

/** Sessions outlive a view: after a page switch the same graph decodes at once. */
const sessions = new Cache<Promise<Graph>>(KEPT, (old) => {
  old.then((graph) => (graph as OrtGraph).release()).catch(() => {});
});

/** Opens a graph by address, once. */
export function openGraph(url: string, runtime: Runtime): Promise<Graph> {
  return sessions.get(url, async () => {
    configure(runtime);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The model could not be fetched: the server answered ${response.status}.`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return new OrtGraph(await InferenceSession.create(bytes, { executionProviders: ["wasm"] }));
  });
}

class OrtGraph implements Graph {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly session: InferenceSession) {}

  /** Runs are put one behind the other: a session answers one at a time. */
  run(input: Float32Array, shape: number[]): Promise<Outputs> {
    const result = this.queue.then(() => this.runNow(input, shape));
    this.queue = result.catch(() => {});
    return result;
  }

  release(): void {
    void this.queue.then(() => this.session.release());
  }

  private async runNow(input: Float32Array, shape: number[]): Promise<Outputs> {
    const tensor = new Tensor("float32", input, shape);
    const results = await this.session.run({ [this.session.inputNames[0]]: tensor });
    const outputs: Outputs = {};
    for (const name of this.session.outputNames) {
      outputs[name] = results[name].data as Float32Array;
    }
    return outputs;
  }
}
