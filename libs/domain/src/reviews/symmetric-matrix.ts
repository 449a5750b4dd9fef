/**
 * Gives the inverse of a symmetric, positive definite matrix, row by row in one array, by Gauss and Jordan's
 * elimination without exchanging rows, which such a matrix allows.
 */
export function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const left = Float64Array.from(matrix);
  const inverse = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) inverse[index * size + index] = 1;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const scale = 1 / (left[pivot * size + pivot] ?? 1);
    scaleRow(left, size, pivot, scale);
    scaleRow(inverse, size, pivot, scale);
    for (let row = 0; row < size; row += 1) {
      const factor = left[row * size + pivot] ?? 0;
      if (row === pivot || factor === 0) continue;
      takeRow(left, row, pivot, factor);
      takeRow(inverse, row, pivot, factor);
    }
  }
  return inverse;
}

/** Multiplies a square matrix with a vector. */
export function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
    return sum;
  });
}

function scaleRow(matrix: Float64Array, size: number, row: number, scale: number): void {
  for (let at = row * size; at < (row + 1) * size; at += 1) matrix[at] = (matrix[at] ?? 0) * scale;
}

/** Takes a multiple of one row from another. */
function takeRow(matrix: Float64Array, row: number, from: number, factor: number): void {
  const size = Math.sqrt(matrix.length);
  for (let column = 0; column < size; column += 1) {
    matrix[row * size + column] = (matrix[row * size + column] ?? 0) - factor * (matrix[from * size + column] ?? 0);
  }
}
