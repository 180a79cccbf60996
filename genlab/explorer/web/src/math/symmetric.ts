/** Symmetric matrices, row after row: linear equations and eigenvectors. Small ones; a thousand columns are too many. */

/** Sweeps after which rotations stop, whatever is left off the diagonal; ten are usual. */
const MOST_SWEEPS = 60;

/** Solves `matrix x = right` for a positive definite matrix (n × n), by Cholesky's factors. */
export function solve(matrix: ArrayLike<number>, right: ArrayLike<number>): Float64Array {
  const n = right.length;
  const factor = Float64Array.from(matrix); // its lower triangle becomes L of matrix = L Lᵀ
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * n + j];
      for (let k = 0; k < j; k++) sum -= factor[i * n + k] * factor[j * n + k];
      factor[i * n + j] = i === j ? Math.sqrt(sum) : sum / factor[j * n + j];
    }
    for (let k = 0; k < i; k++) x[i] -= factor[i * n + k] * x[k];
    x[i] /= factor[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= factor[k * n + i] * x[k];
    x[i] /= factor[i * n + i];
  }
  return x;
}

export interface Eigen {
  /** Falling. */
  values: number[];
  /** Unit vectors, one a value. */
  vectors: Float64Array[];
}

/** Eigenvalues and eigenvectors of a symmetric matrix (n × n), by Jacobi's rotations. */
export function eigen(matrix: ArrayLike<number>, n: number): Eigen {
  const a = Float64Array.from(matrix);
  const rows = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > 1e-24; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, rows, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j] - a[i * n + i]);
  return {
    values: order.map((i) => a[i * n + i]),
    vectors: order.map((i) => rows.slice(i * n, (i + 1) * n)),
  };
}

/** Share of the squares that lies off the diagonal. */
function offDiagonal(a: Float64Array, n: number): number {
  let [off, all] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    all += a[i] * a[i];
    if (i % (n + 1) !== 0) off += a[i] * a[i];
  }
  return all > 0 ? off / all : 0;
}

/** Turns the plane of two axes so that the matrix has a zero there; `rows` are turned along. */
function rotate(a: Float64Array, rows: Float64Array, n: number, p: number, q: number): void {
  const between = a[p * n + q];
  if (between === 0) return;
  const half = (a[q * n + q] - a[p * n + p]) / (2 * between);
  const tangent = Math.sign(half || 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) {
    const [u, v] = [a[k * n + p], a[k * n + q]];
    a[k * n + p] = cosine * u - sine * v;
    a[k * n + q] = sine * u + cosine * v;
  }
  for (const m of [a, rows]) {
    for (let k = 0; k < n; k++) {
      const [u, v] = [m[p * n + k], m[q * n + k]];
      m[p * n + k] = cosine * u - sine * v;
      m[q * n + k] = sine * u + cosine * v;
    }
  }
}
