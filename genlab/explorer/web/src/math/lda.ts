/** Axes that part classes. Mirrors genlab/latent/lda.py, which names the papers; tests/golden/believing.json binds them. */
import { peak, type MadeAxes } from "./axes";
import { eigen } from "./symmetric";

/** Share of the mean variance within the classes that is added to every direction's. */
const RIDGE = 1e-6;
const MOST_AXES = 10;

/**
 * The axes along which the classes' means lie farthest apart for their width; along each the classes' pooled standard
 * deviation is 1. Rows with a label below 0 are left out.
 *
 * @param codes N × dim
 * @throws Error with one sentence where there are too few classes or items.
 */
export function discriminants(codes: Float32Array, dim: number, labels: Int32Array): MadeAxes {
  const classes = means(codes, dim, labels);
  const n = classes.reduce((sum, { count }) => sum + count, 0);
  if (classes.length < 2 || n <= classes.length) {
    throw new Error(
      `Axes that part classes need two classes or more and more items than classes, got ${classes.length} classes ` +
        `among ${n} labelled items; choose groups instead.`,
    );
  }
  const mean = new Float64Array(dim);
  for (const one of classes) for (let i = 0; i < dim; i++) mean[i] += (one.mean[i] * one.count) / n;
  const lower = cholesky(within(codes, dim, labels, classes, n - classes.length), dim);
  const columns = classes.map((one) =>
    forward(
      lower,
      one.mean.map((value, i) => (value - mean[i]) * Math.sqrt(one.count / n)),
    ),
  );
  const c = columns.length;
  const gram = Float64Array.from({ length: c * c }, (_, at) => dot(columns[Math.floor(at / c)], columns[at % c]));
  const { values, vectors } = eigen(gram, c);
  const k = Math.min(MOST_AXES, c - 1, dim);
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  const components = new Float32Array(k * dim);
  for (let axis = 0; axis < k; axis++) {
    const left = new Float64Array(dim);
    vectors[axis].forEach((weight, j) => columns[j].forEach((value, i) => (left[i] += weight * value)));
    const length = Math.hypot(...left) || 1;
    const found = backward(
      lower,
      left.map((value) => value / length),
    );
    const sign = peak(found) < 0 ? -1 : 1;
    found.forEach((value, i) => (components[axis * dim + i] = sign * value));
  }
  const shares = values.slice(0, k).map((value) => (total > 0 ? Math.max(value, 0) / total : 0));
  return { mean: Float32Array.from(mean), components, shares };
}

interface Class {
  label: number;
  count: number;
  mean: Float64Array;
}

function means(codes: Float32Array, dim: number, labels: Int32Array): Class[] {
  const found = new Map<number, Class>();
  labels.forEach((label, row) => {
    if (label < 0) return;
    let one = found.get(label);
    if (!one) found.set(label, (one = { label, count: 0, mean: new Float64Array(dim) }));
    one.count++;
    for (let i = 0; i < dim; i++) one.mean[i] += codes[row * dim + i];
  });
  const classes = [...found.values()].sort((a, b) => a.label - b.label);
  for (const one of classes) one.mean = one.mean.map((sum) => sum / one.count);
  return classes;
}

/** The variance within the classes, dim × dim (its lower triangle), with a ridge. */
function within(codes: Float32Array, dim: number, labels: Int32Array, classes: Class[], free: number): Float64Array {
  const spread = new Float64Array(dim * dim);
  const middles = new Map(classes.map((one) => [one.label, one.mean]));
  const apart = new Float64Array(dim);
  labels.forEach((label, row) => {
    const middle = middles.get(label);
    if (!middle) return;
    for (let i = 0; i < dim; i++) apart[i] = codes[row * dim + i] - middle[i];
    for (let i = 0; i < dim; i++) for (let j = 0; j <= i; j++) spread[i * dim + j] += (apart[i] * apart[j]) / free;
  });
  let trace = 0;
  for (let i = 0; i < dim; i++) trace += spread[i * dim + i];
  for (let i = 0; i < dim; i++) spread[i * dim + i] += RIDGE * Math.max(trace / dim, 1e-12);
  return spread;
}

/** L of matrix = L Lᵀ, in the lower triangle. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  const lower = matrix.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * n + j];
      for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = i === j ? Math.sqrt(sum) : sum / lower[j * n + j];
    }
  }
  return lower;
}

/** Solves L x = right. */
function forward(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * n + k] * x[k];
    x[i] /= lower[i * n + i];
  }
  return x;
}

/** Solves Lᵀ x = right. */
function backward(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const x = right.slice();
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k * n + i] * x[k];
    x[i] /= lower[i * n + i];
  }
  return x;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
