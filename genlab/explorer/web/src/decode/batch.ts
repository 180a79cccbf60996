import type { ExplorerData } from "../messages";
import type { Point } from "../state/point";
import BatchWorker from "./batch.worker?worker&inline";
import type { BatchReply, BatchRequest, EncodeRequest } from "./batch.worker";
import type { Batch } from "./decoder";
import { stack } from "./here";

/** One worker for all views: it keeps its sessions over page switches, as the main thread does. */
let worker: Worker | null = null;
/** Set when it could not be started, as in a page opened from disk: browsers refuse such workers their modules. */
let refused = false;
let lastId = 0;
const waiting = new Map<number, { resolve: (batch: Batch) => void; reject: (error: Error) => void }>();

function start(): Worker {
  const started = new BatchWorker();
  started.onmessage = ({ data }: MessageEvent<BatchReply>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) caller?.reject(new Error(data.error));
    else caller?.resolve({ x: new Float32Array(0), ...data });
  };
  started.onerror = () => {
    refused = true;
    for (const { reject } of waiting.values()) reject(new Error("The background decoder could not be started."));
    waiting.clear();
  };
  return started;
}

/** Decodes points in the worker; rejects where there can be none. */
export function decodeInWorker(data: ExplorerData, points: Point[]): Promise<Batch> {
  if (refused) return Promise.reject(new Error("There is no background decoder."));
  worker ??= start();
  const { models, runtime } = data;
  const request: BatchRequest = {
    id: ++lastId,
    decoder: new URL(models.decoder!, location.href).href,
    enter: models.enter && new URL(models.enter, location.href).href,
    runtime: { mjs: new URL(runtime.mjs, location.href).href, wasm: new URL(runtime.wasm, location.href).href },
    n: points.length,
    codes: stack(points.map((point) => point.delta ?? point.z)),
    z: models.enter ? stack(points.map((point) => point.z)) : null,
  };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject });
    worker!.postMessage(request, [request.codes.buffer, ...(request.z ? [request.z.buffer] : [])]);
  });
}

/** Encodes items (n, …shape) in the worker, to mu (n, dim); rejects where there can be none. */
export function encodeInWorker({ models, runtime, item }: ExplorerData, x: Float32Array): Promise<Float32Array> {
  if (refused || !models.encoder) return Promise.reject(new Error("There is no background encoder."));
  worker ??= start();
  const request: EncodeRequest = {
    id: ++lastId,
    encoder: new URL(models.encoder, location.href).href,
    runtime: { mjs: new URL(runtime.mjs, location.href).href, wasm: new URL(runtime.wasm, location.href).href },
    shape: item.shape,
    x: x.slice(),
  };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve: ({ codes }) => resolve(codes), reject });
    worker!.postMessage(request, [request.x.buffer]);
  });
}
