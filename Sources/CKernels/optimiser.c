#include "CKernels.h"

#include <math.h>
#include <string.h>

#include "clones.h"

enum { BLOCK = 256 };

// Whether all numbers of a block are +0. Mostly the first tells.
static inline __attribute__((always_inline)) bool is_zero(const float *block) {
  if (block[0] != 0) return false;
  for (size_t i = 0; i < BLOCK; i += 16) {
    uint32_t bits[16], any = 0;
    memcpy(bits, block + i, sizeof bits);
    for (size_t lane = 0; lane < 16; lane++) any |= bits[lane];
    if (any) return false;
  }
  return true;
}

// sqrtf would set errno, which keeps a loop from being vectorised.
static inline __attribute__((always_inline)) float root(float x) {
  return __builtin_elementwise_sqrt(x);
}

// Decoupled weight decay, then Adam, in the order of torch.optim.AdamW:
// p *= 1 - lr wd; p -= (lr / c1) m / (sqrt(v) / sqrt(c2) + eps). One pass: 28 bytes an element.
static inline __attribute__((always_inline)) void update(
  float *restrict weight, const float *restrict gradient, float *restrict moment1,
  float *restrict moment2, size_t n, const ck_adamw_options *o) {
  float keep = 1 - o->learning_rate * o->weight_decay;
  float step = o->learning_rate / o->correction1;
  float inverse_root = 1.0f / sqrtf(o->correction2);
  for (size_t i = 0; i < n; i++) {
    float g = gradient[i] * o->gradient_scale;
    float m = moment1[i] + (1 - o->beta1) * (g - moment1[i]);
    float v = o->beta2 * moment2[i] + (1 - o->beta2) * g * g;
    moment1[i] = m;
    moment2[i] = v;
    weight[i] = weight[i] * keep - step * m / (root(v) * inverse_root + o->epsilon);
  }
}

// Blocks that no gradient has reached yet, as of tokens that no text had, take 12 bytes an element and
// get the same bits.
CLONES void ck_adamw(
  float *weight, const float *gradient, float *moment1, float *moment2, size_t n,
  ck_adamw_options o) {
  float keep = 1 - o.learning_rate * o.weight_decay;
  size_t i = 0;
  for (; i + BLOCK <= n; i += BLOCK) {
    if (!is_zero(gradient + i) || !is_zero(moment1 + i) || !is_zero(moment2 + i)) {
      update(weight + i, gradient + i, moment1 + i, moment2 + i, BLOCK, &o);
    } else if (keep != 1) {
      for (size_t j = i; j < i + BLOCK; j++) weight[j] *= keep;
    }
  }
  update(weight + i, gradient + i, moment1 + i, moment2 + i, n - i, &o);
}
