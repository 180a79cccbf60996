import type { ExplorerData } from "../messages";
import type { Point } from "../state/point";
import { decodeInWorker } from "./batch";
import type { Batch, Decoder, Engine } from "./decoder";
import { decodeHere } from "./here";
import { openGraph, type Graph } from "./ort";
import { SocketDecoder } from "./socket";

/**
 * Opens what decodes this run: in the browser when its graphs travel and wasm loads, else over the socket, saying so.
 *
 * @throws Error with one sentence when neither way is open.
 */
export async function openEngine(data: ExplorerData): Promise<Engine> {
  const { models, runtime, decodeSocket, latent, map, item } = data;
  const open = (url: string | null) => (url ? openGraph(url, runtime) : Promise.resolve(null));
  try {
    const [decoder, enter] = await Promise.all([open(models.decoder), open(models.enter)]);
    if (!decoder) throw new Error("this model is decoded on the server");
    const here = new GraphDecoder(decoder, map.dim);
    const entering = enter && (async (z: Float32Array, n: number) => (await enter.run(z, [n, latent.dim])).code);
    return {
      decoder: here,
      enter: entering,
      encode: models.encoder ? encodeWith(() => openGraph(models.encoder!, runtime), item.shape) : null,
      batch: (points) => decodeInWorker(data, points).catch(() => decodeHere(here, entering, points)),
      note: "",
    };
  } catch (error) {
    const why = sentence(error);
    if (!decodeSocket) throw new Error(`This model cannot be decoded here: ${why}`);
    const decoder = new SocketDecoder(decodeSocket);
    return {
      decoder,
      batch: (points) => decodeKnown(decoder, points),
      enter: null,
      encode: null,
      note: `Decoding on the server, which is slower, because the browser could not do it: ${why}`,
    };
  }
}

class GraphDecoder implements Decoder {
  constructor(
    private readonly graph: Graph,
    private readonly dim: number,
  ) {}

  async decode(codes: Float32Array, n: number): Promise<Float32Array> {
    return (await this.graph.run(codes, [n, this.dim])).x;
  }

  close(): void {} // the session stays for the next view
}

/** Decodes points whose codes are known, where z cannot enter. */
async function decodeKnown(decoder: Decoder, points: Point[]): Promise<Batch> {
  const known = points.map((point) => point.code);
  if (known.some((code) => code === null)) throw new Error("New points of this GAN cannot be worked out here.");
  const codes = Float32Array.from(known.flatMap((code) => [...code!]));
  return { codes, x: await decoder.decode(codes, points.length) };
}

/** The encoder is only opened when somebody draws. */
function encodeWith(open: () => Promise<Graph>, shape: number[]): Engine["encode"] {
  return async (x, n) => {
    const out = await (await open()).run(x, [n, ...shape]);
    return { mu: out.mu, logvar: out.logvar ?? null };
  };
}

function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
