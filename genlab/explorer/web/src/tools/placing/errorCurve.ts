import { format, h } from "../../dom/h";
import type { ItemPainter } from "../../item/painter";

const [WIDTH, HEIGHT] = [200, 120];

/** The error of each round, as a line from the first one down. */
export class ErrorCurve {
  readonly element = h("canvas", { class: "gl-error-curve", role: "img" });
  private errors: number[] = [];

  constructor(private readonly painter: ItemPainter) {}

  clear(): void {
    this.errors = [];
  }

  add(error: number): void {
    this.errors.push(error);
    this.draw();
  }

  private draw(): void {
    const { element, errors } = this;
    const { theme } = this.painter;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    [element.width, element.height] = [WIDTH * ratio, HEIGHT * ratio];
    const context = element.getContext("2d")!;
    context.scale(ratio, ratio);
    const most = Math.max(...errors, 1e-9);
    const x = (i: number) => 8 + (i / Math.max(errors.length - 1, 5)) * (WIDTH - 16);
    const y = (error: number) => HEIGHT - 20 - (error / most) * (HEIGHT - 42);
    context.strokeStyle = context.fillStyle = theme.primary;
    context.lineWidth = 2;
    context.beginPath();
    errors.forEach((error, i) => context.lineTo(x(i), y(error)));
    context.stroke();
    errors.forEach((error, i) => context.fillRect(x(i) - 2, y(error) - 2, 4, 4));
    context.fillStyle = theme.text;
    context.font = "12px system-ui, sans-serif";
    const percent = (error: number) => `${format(100 * error, 1)} %`;
    context.fillText(percent(errors[0]), 8, 14);
    context.textAlign = "right";
    context.fillText(percent(errors.at(-1)!), WIDTH - 8, HEIGHT - 5);
    element.setAttribute("aria-label", `Error from ${percent(errors[0])} to ${percent(errors.at(-1)!)}`);
  }
}
