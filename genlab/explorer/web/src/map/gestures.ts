/** What fingers and mouse do on the map, in pixels of the map. */
export interface GestureTargets {
  /** The mouse moves with no button down. */
  hover(px: number, py: number): void;
  leave(): void;
  /** Button or finger down: begins to drag what is there. */
  grab(px: number, py: number, event: PointerEvent): void;
  drag(px: number, py: number): void;
  drop(px: number, py: number): void;
  /** The drag became something else (a second finger): as if it had not begun. */
  cancel(): void;
  pan(dx: number, dy: number): void;
  zoom(px: number, py: number, factor: number): void;
  double(px: number, py: number): void;
  /** Whether plain dragging pans, as chosen with the hand button. */
  panning(): boolean;
}

/** Turns pointer and wheel events into map gestures. Shift, the right and the middle button pan; two fingers pinch. */
export function listenToGestures(element: HTMLElement, to: GestureTargets): void {
  const fingers = new Map<number, [number, number]>();
  let mode: "none" | "drag" | "pan" | "pinch" = "none";
  let last: [number, number] = [0, 0];
  const at = (event: MouseEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = () => {
    const [[ax, ay], [bx, by]] = [...fingers.values()];
    return { distance: Math.hypot(ax - bx, ay - by), x: (ax + bx) / 2, y: (ay + by) / 2 };
  };

  element.addEventListener("pointerdown", (event) => {
    const place = at(event);
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place);
    if (fingers.size === 2) {
      if (mode === "drag") to.cancel();
      mode = "pinch";
    } else if (fingers.size === 1) {
      mode = event.shiftKey || event.button > 0 || to.panning() ? "pan" : "drag";
      last = place;
      if (mode === "drag") to.grab(...place, event);
    }
  });

  element.addEventListener("pointermove", (event) => {
    const place = at(event);
    if (!fingers.has(event.pointerId)) {
      if (mode === "none" && event.pointerType !== "touch") to.hover(...place);
      return;
    }
    if (mode === "pinch" && fingers.size >= 2) {
      const before = spread();
      fingers.set(event.pointerId, place);
      const now = spread();
      to.pan(now.x - before.x, now.y - before.y);
      if (before.distance > 0) to.zoom(now.x, now.y, now.distance / before.distance);
      return;
    }
    fingers.set(event.pointerId, place);
    if (mode === "drag") to.drag(...place);
    if (mode === "pan") to.pan(place[0] - last[0], place[1] - last[1]);
    last = place;
  });

  const lift = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (mode === "drag") {
      if (event.type === "pointerup") to.drop(...at(event));
      else to.cancel();
    }
    if (fingers.size === 0) mode = "none";
    else if (mode === "drag") mode = "none";
  };
  element.addEventListener("pointerup", lift);
  element.addEventListener("pointercancel", lift);
  element.addEventListener("pointerleave", () => mode === "none" && to.leave());
  element.addEventListener("contextmenu", (event) => event.preventDefault());
  element.addEventListener("dblclick", (event) => to.double(...at(event)));
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      to.zoom(...at(event), Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0018)));
    },
    { passive: false },
  );
}
