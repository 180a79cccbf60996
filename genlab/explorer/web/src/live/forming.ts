import { readTheme, type Theme } from "../dom/theme";
import { classColor, classMark, insideMark } from "../map/colors";
import { Figure, type Panel } from "./figure";
import type { LiveArray } from "./frames";
import { classCentres, Motion } from "./motion";

const MOVE_MS = 350;
const MARK_PX = 7;
/** More names than this would hide the points. */
const MOST_NAMES = 20;

/** The map of the codes taking shape: each point glides from where it was to where it is. */
export class FormingPanel implements Panel {
  readonly figure = new Figure("live-map", "Map of the codes");
  private readonly motion = new Motion();
  private readonly marks = new Map<string, HTMLCanvasElement>();
  private request = 0;

  constructor(private readonly labelNames: string[]) {}

  show(map: LiveArray, rows: LiveArray | undefined, labels: LiveArray | undefined, when: string): void {
    const n = map.shape[0];
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
    this.motion.moveTo(
      map.values as Float32Array,
      (rows?.values as Int32Array | undefined) ?? new Int32Array(n).fill(-1),
      (labels?.values as Int32Array | undefined) ?? new Int32Array(n).fill(-1),
      performance.now(),
      calm ? 0 : MOVE_MS,
    );
    const count = n.toLocaleString("en");
    const items = rows && rows.values[0] >= 0 ? "data items" : "samples";
    this.figure.describe(`Map of the codes of ${count} ${items} at ${when}, in latent units.`);
    this.figure.explain(
      `${count} ${items} where the model puts them, in latent units, turned to match the frame before.` +
        (this.named ? " Each class has its own mark and colour; its name stands in its middle." : ""),
    );
    this.draw();
  }

  draw(): void {
    cancelAnimationFrame(this.request);
    const moving = this.motion.advance(performance.now());
    const canvas = this.figure.begin();
    if (canvas) this.paint(canvas.context, canvas.side);
    if (moving) this.request = requestAnimationFrame(() => this.draw());
  }

  destroy(): void {
    cancelAnimationFrame(this.request);
  }

  private get named(): boolean {
    return this.labelNames.length > 0 && this.motion.labels.some((label) => label >= 0);
  }

  private paint(context: CanvasRenderingContext2D, side: number): void {
    const theme = readTheme(this.figure.element);
    const { places, labels, box } = this.motion;
    const scale = side / (box.maxX - box.minX);
    const place = (x: number, y: number) => [(x - box.minX) * scale, side - (y - box.minY) * scale] as const;
    context.globalAlpha = 0.8;
    for (let i = 0; i < labels.length; i++) {
      const [x, y] = place(places[2 * i], places[2 * i + 1]);
      context.drawImage(this.mark(labels[i], theme), x - MARK_PX / 2, y - MARK_PX / 2, MARK_PX, MARK_PX);
    }
    context.globalAlpha = 1;
    if (!this.named || this.labelNames.length > MOST_NAMES) return;
    context.font = "600 15px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = theme.background;
    context.fillStyle = theme.text;
    for (const [label, [x, y]] of classCentres(places, labels)) {
      const [left, top] = place(x, y);
      const name = this.labelNames[label] ?? String(label);
      context.strokeText(name, left, top);
      context.fillText(name, left, top);
    }
  }

  /** A class's mark, drawn once a colour. */
  private mark(label: number, theme: Theme): HTMLCanvasElement {
    const color = label < 0 ? theme.primary : classColor(label, theme.dark);
    const shape = label < 0 ? "disc" : classMark(label);
    const known = this.marks.get(color + shape);
    if (known) return known;
    const made = document.createElement("canvas");
    const size = (made.width = made.height = 4 * MARK_PX);
    const context = made.getContext("2d")!;
    context.fillStyle = color;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const [dx, dy] = [x, y].map((at) => ((at + 0.5) / size) * 2.4 - 1.2);
        if (insideMark(shape, dx, dy)) context.fillRect(x, y, 1, 1);
      }
    }
    this.marks.set(color + shape, made);
    return made;
  }
}
