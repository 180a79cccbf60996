/** What the tour points at and says. A step whose controls are not on screen (no encoder, no classes) is passed over. */
export interface Step {
  title: string;
  text: string;
  /** Selectors, looked up in the page and in its shadow roots; the first that is on screen is pointed at. */
  targets: string[];
}

export const STEPS: Step[] = [
  {
    title: "A map of what the model learned",
    text: "Every dot is one item. The model has a short list of numbers for each, its code, and near codes lie near each other here. Move the mouse or a finger over the map.",
    targets: ['[data-testid="latent-map"]'],
  },
  {
    title: "Every place makes a new item",
    text: "This is what the place under your mouse or finger turns into. No one has drawn it: the decoder makes it while you move. A click or a tap keeps the place.",
    targets: ['[data-testid="decoded-sample"]'],
  },
  {
    title: "One slider a number",
    text: "These are the numbers of the code, the one that changes most first. Drag one: the small pictures show where it leads.",
    targets: [".gl-sliders"],
  },
  {
    title: "Colours are classes",
    text: "Each class has its colour and its mark. A click or a tap hides one, a double one shows it alone: see which ones the model keeps apart.",
    targets: ['[data-testid="legend"]'],
  },
  {
    title: "Walk from A to B",
    text: "Click or tap on the map and pin that place as A, then another as B. Then Play walks from one to the other, and every step is a new item.",
    targets: [".gl-path"],
  },
  {
    title: "Draw your own",
    text: "Draw here, or drop a picture. The encoder finds its code, and the map shows where your drawing belongs.",
    targets: ['[data-testid="draw"]'],
  },
  {
    title: "Train your own model",
    text: "On Train you choose data and a model and watch it learn, which takes seconds for a small one. Runs keeps everything you have trained.",
    targets: [
      '[data-testid="stTopNavLink"][href*="train"]',
      'a[href*="/train"]',
      '[data-testid="stExpandSidebarButton"]',
    ],
  },
  {
    title: "Words and large type",
    text: "The glossary says what the words mean; so do the dotted ones when you point at them or tap them. Projector makes everything large for a classroom. The tour can be taken again here.",
    targets: [".st-key-genlab-header"],
  },
];
