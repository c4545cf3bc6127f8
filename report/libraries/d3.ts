/** The parts of D3 that compute: statistics, scales and shapes. The build replaces the compiled file by a bundle; nothing but re-exports belongs here. */
export { bisectLeft, deviation, extent, max, mean, median, quantileSorted, sum } from 'd3-array';
export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
export { area, line } from 'd3-shape';
