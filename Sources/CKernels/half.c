#include "CKernels.h"

#include <string.h>

#include "clones.h"

static inline __attribute__((always_inline)) float as_float(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static inline __attribute__((always_inline)) uint32_t as_bits(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

// Exponent and mantissa move to their places in a float; the product by 2^112 corrects the bias and
// makes subnormals right; infinity and NaN get the full exponent.
CLONES void ck_float_from_half(const uint16_t *in, float *out, size_t n) {
  for (size_t i = 0; i < n; i++) {
    uint32_t h = in[i];
    uint32_t sign = (h & 0x8000u) << 16;
    uint32_t bits = as_bits(as_float((h & 0x7fffu) << 13) * 0x1p112f);
    bits |= (h & 0x7c00u) == 0x7c00u ? 0x7f800000u : 0;
    out[i] = as_float(bits | sign);
  }
}

CLONES void ck_float_from_bfloat(const uint16_t *in, float *out, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = as_float((uint32_t)in[i] << 16);
}

CLONES void ck_half_from_float(const float *in, uint16_t *out, size_t n) {
  for (size_t i = 0; i < n; i++) {
    uint32_t bits = as_bits(in[i]);
    uint32_t sign = (bits >> 16) & 0x8000u;
    uint32_t magnitude = bits & 0x7fffffffu;
    // Normal halves: round the 13 bits that go, ties to even, and correct the bias.
    uint32_t normal = (magnitude + 0xfffu + ((magnitude >> 13) & 1) - 0x38000000u) >> 13;
    // Subnormal halves: adding 0.5 lets the float unit round at the right bit.
    uint32_t small = as_bits(as_float(magnitude) + 0.5f) - as_bits(0.5f);
    uint32_t finite = magnitude < 0x38800000u ? small : normal;
    uint32_t value = magnitude >= 0x477ff000u ? 0x7c00u : finite;
    value = magnitude > 0x7f800000u ? 0x7e00u : value;
    out[i] = (uint16_t)(value | sign);
  }
}

CLONES void ck_bfloat_from_float(const float *in, uint16_t *out, size_t n) {
  for (size_t i = 0; i < n; i++) {
    uint32_t bits = as_bits(in[i]);
    uint32_t rounded = (bits + 0x7fffu + ((bits >> 16) & 1)) >> 16;
    uint32_t quiet = (bits >> 16) | 0x40u;
    out[i] = (uint16_t)((bits & 0x7fffffffu) > 0x7f800000u ? quiet : rounded);
  }
}
