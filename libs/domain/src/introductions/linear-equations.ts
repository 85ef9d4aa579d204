/**
 * The x of matrix · x = right, for a symmetric positive definite matrix (Cholesky).
 * @throws RangeError for a matrix that is not positive definite
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower = cholesky(matrix);
  const size = right.length;
  const x = [...right];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1)
      x[row] = at(x, row) - entry(lower, row, column) * at(x, column);
    x[row] = at(x, row) / entry(lower, row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let below = row + 1; below < size; below += 1)
      x[row] = at(x, row) - entry(lower, below, row) * at(x, below);
    x[row] = at(x, row) / entry(lower, row, row);
  }
  return x;
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < matrix.length; row += 1) {
    const line = lower[row] ?? [];
    for (let column = 0; column <= row; column += 1) {
      let sum = entry(matrix, row, column);
      for (let k = 0; k < column; k += 1) sum -= at(line, k) * entry(lower, column, k);
      if (row === column && !(sum > 0)) throw new RangeError('The matrix is not positive definite');
      line[column] = row === column ? Math.sqrt(sum) : sum / entry(lower, column, column);
    }
  }
  return lower;
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0;
const entry = (matrix: readonly (readonly number[])[], row: number, column: number): number =>
  matrix[row]?.[column] ?? 0;
