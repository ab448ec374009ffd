#ifndef CK_VECTOR_MATH_H
#define CK_VECTOR_MATH_H

#include <stdint.h>
#include <string.h>

// exp without branches or calls, so that a loop over it becomes vector code. x = n ln 2 + r with
// |r| <= ln 2 / 2; e^r by its series to r^7, whose error is below one unit in the last place; 2^n by
// writing the exponent. Below -87.3 the result is 0, above 88.7 it stays at the largest power.
static inline __attribute__((always_inline)) float vector_exp(float x) {
  const float rounder = 12582912.0f;  // 1.5 * 2^23: adding it rounds to the nearest integer
  float clamped = x > 88.3f ? 88.3f : x;
  clamped = clamped < -87.3f ? -87.3f : clamped;
  float shifted = clamped * 1.44269504088896341f + rounder;
  float n = shifted - rounder;
  float r = clamped - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  float p = 1.0f / 5040.0f;
  p = p * r + 1.0f / 720.0f;
  p = p * r + 1.0f / 120.0f;
  p = p * r + 1.0f / 24.0f;
  p = p * r + 1.0f / 6.0f;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  int32_t bits = ((int32_t)n + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return x < -87.3f ? 0.0f : p * power;
}

static inline __attribute__((always_inline)) float vector_sigmoid(float x) {
  return 1.0f / (1.0f + vector_exp(-x));
}

// The largest of n > 0 numbers. One comparison after the other is not vectorised, for it says what
// becomes of NaN; here each of 16 lanes has its own.
static inline __attribute__((always_inline)) float largest(const float *x, size_t n) {
  float tops[16];
  for (size_t lane = 0; lane < 16; lane++) tops[lane] = x[0];
  size_t i = 0;
  for (; i + 16 <= n; i += 16) {
    for (size_t lane = 0; lane < 16; lane++) {
      tops[lane] = x[i + lane] > tops[lane] ? x[i + lane] : tops[lane];
    }
  }
  for (; i < n; i++) tops[0] = x[i] > tops[0] ? x[i] : tops[0];
  for (size_t lane = 1; lane < 16; lane++) tops[0] = tops[lane] > tops[0] ? tops[lane] : tops[0];
  return tops[0];
}

#endif
