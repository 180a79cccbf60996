import { format, h } from "../dom/h";
import { readTheme, type Theme } from "../dom/theme";
import { curveStyle } from "./palette";
import type { Track } from "./track";

const LEFT_PX = 44;
const [RIGHT_PX, TOP_PX, BOTTOM_PX] = [10, 8, 32];

interface Score {
  column: number;
  title: string;
  help: string;
  /** Largest value of the axis; what is measured where there is no natural one. */
  most?: number;
  digits: number;
}

/** The four scores as curves over the training, one canvas each, every run on each. */
export class Curves {
  readonly element = h("div", { class: "gl-lab-curves" });
  private readonly charts: { score: Score; canvas: HTMLCanvasElement; caption: HTMLElement }[];

  /** @param names of the runs @param parts how many modes or cells there are to reach */
  constructor(
    private readonly names: string[],
    parts: number,
    byModes: boolean,
  ) {
    const what = byModes ? "Modes captured" : "Cells reached";
    const good = byModes ? "within 3 σ of a mode" : "in a cell that holds data";
    const scores: Score[] = [
      { column: 2, title: `${what} (of ${parts})`, help: `Higher is better.`, most: parts, digits: 0 },
      { column: 3, title: "Good samples (share)", help: `Share ${good}; higher is better.`, most: 1, digits: 2 },
      { column: 4, title: "Reverse KL (nats)", help: "From samples to data; 0 is best.", digits: 2 },
      { column: 5, title: "JS divergence (nats)", help: "0 is best, 0.69 the worst.", most: Math.LN2, digits: 2 },
    ];
    this.charts = scores.map((score) => {
      const canvas = h("canvas", { role: "img", "aria-label": `${score.title}: nothing yet.` });
      const caption = h("figcaption", {}, score.help);
      const testId = `lab-curve-${score.column - 2}`;
      this.element.append(h("figure", { "data-testid": testId }, h("h3", {}, score.title), canvas, caption));
      return { score, canvas, caption };
    });
  }

  /** @param racing true puts seconds of training on the axis, fair between models; else steps. */
  draw(tracks: Track[], racing: boolean): void {
    for (const { score, canvas } of this.charts) {
      const ends = tracks.map((track, i) => {
        const value = track.last?.[score.column];
        return value === undefined ? "" : `${this.names[i]} ${format(value, score.digits)}`;
      });
      const label = `${score.title}: ${ends.filter(Boolean).join(", ") || "nothing yet"}.`;
      if (canvas.getAttribute("aria-label") !== label) canvas.setAttribute("aria-label", label);
      drawChart(canvas, score, tracks, racing ? 1 : 0);
    }
  }
}

function drawChart(canvas: HTMLCanvasElement, score: Score, tracks: Track[], axis: 0 | 1): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (width === 0) return;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d")!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const theme = readTheme(canvas.closest("figure")!);
  const rows = tracks.flatMap((track) => track.rows).filter((row) => Number.isFinite(row[score.column]));
  const most = score.most ?? Math.max(0.1, ...rows.map((row) => row[score.column]));
  const end = Math.max(axis === 0 ? 100 : 1, ...rows.map((row) => row[axis]));
  const x = (value: number) => LEFT_PX + (value / end) * (width - LEFT_PX - RIGHT_PX);
  const y = (value: number) => TOP_PX + (1 - value / most) * (height - TOP_PX - BOTTOM_PX);
  drawAxes(context, theme, width, height, [0, most], end, axis, score.digits);
  tracks.forEach((track, i) => {
    const { color, dash } = curveStyle(i, theme);
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.lineJoin = "round"; // a pointed one would stand out over the frame
    context.setLineDash(dash);
    context.beginPath();
    let drawing = false;
    for (const row of track.rows) {
      const value = row[score.column];
      if (!Number.isFinite(value)) continue;
      if (drawing) context.lineTo(x(row[axis]), y(value));
      else context.moveTo(x(row[axis]), y(value));
      drawing = true;
    }
    context.stroke();
  });
  context.setLineDash([]);
}

function drawAxes(
  context: CanvasRenderingContext2D,
  theme: Theme,
  width: number,
  height: number,
  [least, most]: [number, number],
  end: number,
  axis: 0 | 1,
  digits: number,
): void {
  const bottom = height - BOTTOM_PX;
  context.strokeStyle = theme.border;
  context.lineWidth = 1;
  context.strokeRect(LEFT_PX, TOP_PX, width - LEFT_PX - RIGHT_PX, bottom - TOP_PX);
  context.fillStyle = theme.text;
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.fillText(format(most, digits), LEFT_PX - 5, TOP_PX + 6);
  context.fillText(format(least, digits), LEFT_PX - 5, bottom - 4);
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.fillText("0", LEFT_PX, height - 16);
  context.textAlign = "right";
  const last = axis === 0 ? Math.round(end).toLocaleString("en") : format(end, 1);
  context.fillText(last, width - RIGHT_PX, height - 16);
  context.textAlign = "center";
  context.fillText(axis === 0 ? "step" : "seconds of training", (LEFT_PX + width) / 2, height - 3);
}
