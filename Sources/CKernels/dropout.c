#include "CKernels.h"

#include "clones.h"

// A hash of (seed, index) decides each element (the finaliser of MurmurHash3 by Austin Appleby,
// applied twice), so the backward needs no stored mask and no order of evaluation matters.
static inline __attribute__((always_inline)) uint32_t mixed(uint32_t h) {
  h ^= h >> 16;
  h *= 0x85ebca6bu;
  h ^= h >> 13;
  h *= 0xc2b2ae35u;
  h ^= h >> 16;
  return h;
}

CLONES void ck_dropout(
  const float *x, float *y, size_t n, uint64_t seed, uint64_t offset, float probability,
  bool accumulate) {
  uint32_t low = (uint32_t)seed;
  uint32_t high = (uint32_t)(seed >> 32);
  uint32_t limit = (uint32_t)(probability * 4294967296.0);
  float scale = 1.0f / (1.0f - probability);
  for (size_t i = 0; i < n; i++) {
    uint32_t index = (uint32_t)(offset + i);
    uint32_t draw = mixed(mixed(index + low) ^ high);
    float kept = draw >= limit ? x[i] * scale : 0;
    float before = accumulate ? y[i] : 0;
    y[i] = before + kept;
  }
}
