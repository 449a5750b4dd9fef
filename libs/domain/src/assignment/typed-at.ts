/**
 * What stands at a place of an array of numbers; 0 outside. One function for each kind of array: calls that always see the same
 * kind are compiled into the plain access.
 */
export function intAt(numbers: Int32Array, place: number): number {
  return numbers[place] ?? 0;
}

/** See `intAt`. */
export function floatAt(numbers: Float64Array, place: number): number {
  return numbers[place] ?? 0;
}
