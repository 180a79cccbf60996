import { h } from "../dom/h";

/** A picture file on the drawing sheet: chosen or dropped, fitted, and turned over when its paper is bright. */
export class Picture {
  readonly controls: HTMLElement[];
  private bitmap: ImageBitmap | null = null;
  private readonly invert = h("input", { type: "checkbox", "data-testid": "invert" });
  private readonly invertLabel: HTMLElement;

  constructor(
    private readonly sheet: HTMLCanvasElement,
    private readonly changed: () => void,
    private readonly failed: (error: Error) => void,
  ) {
    const file = h("input", { type: "file", accept: "image/*", hidden: true, "data-testid": "picture" });
    file.onchange = () => void this.open(file.files?.[0]).finally(() => (file.value = ""));
    const title = "Take a picture file instead of a drawing";
    const choose = h("button", { type: "button", title, onclick: () => file.click() }, "Picture\u2026");
    this.invertLabel = h(
      "label",
      { class: "gl-check", title: "Swap dark and bright", hidden: true },
      this.invert,
      "Invert",
    );
    this.invert.onchange = () => this.show();
    this.controls = [choose, file, this.invertLabel];
    sheet.addEventListener("dragover", (event) => {
      event.preventDefault();
      sheet.classList.add("gl-over");
    });
    sheet.addEventListener("dragleave", () => sheet.classList.remove("gl-over"));
    sheet.addEventListener("drop", (event) => {
      event.preventDefault();
      sheet.classList.remove("gl-over");
      void this.open(event.dataTransfer?.files[0]);
    });
  }

  get present(): boolean {
    return this.bitmap !== null;
  }

  get inverted(): boolean {
    return this.invert.checked;
  }

  forget(): void {
    this.bitmap = null;
    this.invertLabel.hidden = true;
  }

  /** The picture's pixels, RGBA, made to fit width × height on black. */
  resized(width: number, height: number): Uint8ClampedArray {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d")!;
    this.fit(context, width, height, this.invert.checked ? "#fff" : "#000");
    return context.getImageData(0, 0, width, height).data;
  }

  private async open(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      this.bitmap = await createImageBitmap(file);
    } catch {
      this.failed(new Error(`'${file.name}' could not be read as a picture; PNG, JPEG, GIF and WebP are.`));
      return;
    }
    this.invert.checked = false;
    this.invert.checked = this.paperIsBright();
    this.invertLabel.hidden = false;
    this.show();
  }

  private show(): void {
    const context = this.sheet.getContext("2d")!;
    context.filter = this.invert.checked ? "invert(1)" : "none";
    this.fit(context, this.sheet.width, this.sheet.height, this.invert.checked ? "#fff" : "#000");
    context.filter = "none";
    this.changed();
  }

  private fit(
    context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
    width: number,
    height: number,
    paper: string,
  ): void {
    const bitmap = this.bitmap!;
    const scale = Math.min(width / bitmap.width, height / bitmap.height);
    const [w, h_] = [bitmap.width * scale, bitmap.height * scale];
    context.fillStyle = paper;
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, (width - w) / 2, (height - h_) / 2, w, h_);
  }

  /** Data sets of digits and clothes are bright on black; a photographed sheet of paper is not. */
  private paperIsBright(): boolean {
    const pixels = this.resized(16, 16);
    let sum = 0;
    for (let i = 0; i < 16; i++) for (const at of [i, 240 + i, 16 * i, 16 * i + 15]) sum += pixels[4 * at];
    return sum / 64 > 127;
  }
}
